package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.candidate.OriginView;
import candor.forecasting.candidate.Outlook;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every past forecast made again from what was visible at its origin: expanding window, refit on the plan's schedule,
 * training rows and calibration scores only with complete targets. First what each candidate forecasts, then the
 * champion's intervals, which learn from its own forecasts alone.
 */
public final class WalkForward {

    private final PriceHistory history;
    private final FeatureTable selected;
    private final ForecastPlan plan;
    private final Sessions sessions;
    private final Refits refits;
    private final @Nullable EarlierWalk earlier;
    private final int reusedThrough;
    private final List<BacktestRow> rows = new ArrayList<>();

    private WalkForward(
            PriceHistory history,
            FeatureTable features,
            TradingCalendar calendar,
            ForecastPlan plan,
            @Nullable TrainedModels known,
            @Nullable EarlierWalk earlier) {
        this.history = history;
        this.selected = features.select(plan.settings().features());
        this.plan = plan;
        this.sessions = new Sessions(history, selected, calendar, plan);
        this.refits = new Refits(history, selected, sessions, plan, known);
        this.earlier = earlier;
        this.reusedThrough = earlier == null ? -1 : history.indexOf(earlier.through());
    }

    /**
     * Walks from the first session to the last. Rows begin where a candidate that waits for no rows can forecast, those of
     * the others at the first origin with enough usable rows and coefficients.
     *
     * @param features one row for each session, each known at the close of its session
     * @param calendar names the targets that lie after the history
     * @param progress told after every session
     * @throws NotEnoughRows if the history is too short for a first forecast
     */
    public static Backtest run(
            PriceHistory history,
            FeatureTable features,
            TradingCalendar calendar,
            ForecastPlan plan,
            Progress progress) {
        return new WalkForward(history, features, calendar, plan, null, null).walk(progress);
    }

    /**
     * The same, bit for bit, with less work: what was made before is taken from there.
     *
     * @param known the models of the last refit, as {@link Training} gives them
     * @param earlier a walk up to an earlier session; null where there is none
     */
    public static Backtest resume(
            PriceHistory history,
            FeatureTable features,
            TradingCalendar calendar,
            ForecastPlan plan,
            TrainedModels known,
            @Nullable EarlierWalk earlier,
            Progress progress) {
        return new WalkForward(history, features, calendar, plan, known, earlier).walk(progress);
    }

    private Backtest walk(Progress progress) {
        int lastRefit = sessions.lastRefit();
        reuse();
        TrainedModels current = null;
        for (int t = Math.max(reusedThrough + 1, sessions.beginning()); t < history.size(); t++) {
            OriginView view = new OriginView(history.visibleAt(t), selected);
            current = modelsAt(t, view, current);
            if (current != null) {
                forecast(t, view, current);
            }
            progress.step(t + 1, history.size());
        }
        return calibrated(current == null ? modelsOf(lastRefit) : refits.current());
    }

    private void reuse() {
        if (earlier != null) {
            earlier.rows().stream()
                    .filter(row -> !row.origin().isAfter(earlier.through()))
                    .forEach(row -> rows.add(
                            row(history.indexOf(row.origin()), row.horizon(), row.candidates(), row.longMean())));
        }
    }

    private @Nullable TrainedModels modelsAt(int origin, OriginView view, @Nullable TrainedModels before) {
        if (before == null) {
            int refit = sessions.lastRefit(origin);
            return refit < 0 ? null : modelsOf(refit).advancedTo(view.visible());
        }
        return sessions.refitsAt(origin) ? refits.at(origin) : before.advancedTo(view.visible());
    }

    /** Begins at the refit, or where a fit did not converge there, so far before it that the models do not depend on others. */
    private TrainedModels modelsOf(int refit) {
        int start = refit;
        while (earlier != null
                && !refits.isKnown(start)
                && !allConverged(start, earlier)
                && sessions.lastRefit(start - 1) >= 0) {
            start = sessions.lastRefit(start - 1);
        }
        TrainedModels models = refits.at(start);
        for (int t = start + 1; t <= refit; t++) {
            models = sessions.refitsAt(t) ? refits.at(t) : models;
        }
        return models;
    }

    /** Whether no fit that is in use at a refit had to keep what was before it. */
    private boolean allConverged(int refit, EarlierWalk before) {
        return sessions.isEarly(refit)
                || Candidates.ALL.stream()
                        .allMatch(candidate -> before.converged(
                                candidate, history.session(sessions.lastFit(refit, plan.refitEvery(candidate)))));
    }

    private void forecast(int origin, OriginView view, TrainedModels current) {
        for (int horizon : plan.settings().horizons()) {
            Outlook outlook = current.outlook(view, horizon);
            rows.add(row(origin, horizon, outlook.forecasts(), outlook.longMean()));
        }
    }

    private BacktestRow row(int origin, int horizon, Forecasts candidates, double longMean) {
        int target = origin + horizon;
        return new BacktestRow(
                history.session(origin),
                sessions.after(origin, horizon),
                horizon,
                target < history.size() ? Targets.logReturn(history, origin, target) : Double.NaN,
                candidates,
                Double.NaN,
                Recalibration.NO_QUANTILES,
                Recalibration.NO_TAILS,
                longMean);
    }

    private Backtest calibrated(TrainedModels models) {
        List<Recalibration> horizons = plan.settings().horizons().stream()
                .map(horizon -> Recalibration.of(rows, horizon, plan.champion(horizon), plan.settings()))
                .toList();
        List<BacktestRow> calibrated = new ArrayList<>(rows.size());
        for (int i = 0; i < horizons.getFirst().rows().size(); i++) {
            for (Recalibration horizon : horizons) {
                calibrated.add(horizon.rows().get(i));
            }
        }
        return new Backtest(
                calibrated,
                horizons.stream().map(Recalibration::state).toList(),
                models,
                sessions.refits(),
                fitsKept());
    }

    private List<KeptFit> fitsKept() {
        List<KeptFit> all = new ArrayList<>();
        if (earlier == null) {
            all.addAll(refits.kept());
        } else {
            all.addAll(earlier.keptThrough());
            refits.kept().stream()
                    .filter(kept -> kept.refit().isAfter(earlier.through()))
                    .forEach(all::add);
        }
        return all;
    }
}
