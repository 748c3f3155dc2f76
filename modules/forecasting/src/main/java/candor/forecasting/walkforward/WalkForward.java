package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every past forecast made again from what was visible at its origin: expanding window, refit on the plan's schedule,
 * training rows and calibration scores only with complete targets.
 */
public final class WalkForward {

    private final PriceHistory history;
    private final FeatureTable selected;
    private final ForecastPlan plan;
    private final Sessions sessions;
    private final Learners learners;
    private final List<HorizonCalibration> calibration;
    private final List<BacktestRow> rows = new ArrayList<>();
    private @Nullable TrainedModels fitted;
    private int refits;
    private int fitsKept;

    private WalkForward(PriceHistory history, FeatureTable features, TradingCalendar calendar, ForecastPlan plan) {
        this.history = history;
        this.selected = features.select(plan.settings().ridgeFeatures());
        this.plan = plan;
        this.sessions = new Sessions(history, selected, calendar, plan);
        this.learners = new Learners(plan, history);
        this.calibration = plan.settings().horizons().stream()
                .map(horizon -> new HorizonCalibration(horizon, plan.settings()))
                .toList();
    }

    /**
     * Walks from the first session to the last. Rows begin at the first origin with enough usable rows and coefficients.
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
        return new WalkForward(history, features, calendar, plan).walk(progress);
    }

    private Backtest walk(Progress progress) {
        TrainedModels current = null;
        for (int t = 0; t < history.size(); t++) {
            OriginView view = new OriginView(history.visibleAt(t), selected);
            learners.absorb(view);
            current = modelsAt(t, view, current);
            if (current != null) {
                forecast(t, view, current);
            }
            progress.step(t + 1, history.size());
        }
        if (fitted == null) {
            throw new IllegalArgumentException("the schedule " + plan.schedule() + " has no refit in the history");
        }
        return new Backtest(
                rows, calibration.stream().map(each -> each.conformal().state()).toList(), fitted, refits, fitsKept);
    }

    private @Nullable TrainedModels modelsAt(int origin, OriginView view, @Nullable TrainedModels before) {
        if (sessions.refitsAt(origin)) {
            if (sessions.boostsAt(origin)) {
                learners.boost(view.visible());
            }
            FailedFits failed = new FailedFits();
            fitted = learners.fit(view.visible(), before, failed);
            refits++;
            fitsKept += failed.count();
            return fitted;
        }
        return before == null ? null : before.advancedTo(view.visible());
    }

    private void forecast(int origin, OriginView view, TrainedModels current) {
        for (int i = 0; i < calibration.size(); i++) {
            HorizonCalibration calibrated = calibration.get(i);
            int horizon = current.horizons().get(i).horizon();
            calibrated.learn(origin, past -> Targets.logReturn(view.visible(), past, past + horizon));
            HorizonForecast forecast =
                    Forecasting.horizon(view, current, current.horizons().get(i), calibrated.conformal(), plan);
            calibrated.issue(origin, forecast.centre(), forecast.sigma(), forecast.multipliers());
            rows.add(row(origin, forecast));
        }
    }

    private BacktestRow row(int origin, HorizonForecast forecast) {
        int target = origin + forecast.horizon();
        return new BacktestRow(
                history.session(origin),
                sessions.after(origin, forecast.horizon()),
                forecast.horizon(),
                target < history.size() ? Targets.logReturn(history, origin, target) : Double.NaN,
                forecast.candidates(),
                forecast.sigma(),
                forecast.distribution().map(Recalibration::quantiles).orElse(Recalibration.NO_QUANTILES));
    }
}
