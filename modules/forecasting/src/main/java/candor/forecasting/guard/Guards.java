package candor.forecasting.guard;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.evaluation.scorecard.Scorecards;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.harp.ShippedPrior;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All guards, each of which holds for a system that does not deceive itself; docs/invariants.md lists them. */
public final class Guards {

    private static final long SEED = 20260424;

    private Guards() {}

    /**
     * The guards of an evaluation: the audits of the back-test itself; and what has forecasts made again, on the last
     * sessions with less to fit.
     *
     * @param history that was evaluated
     * @param features one row for each session
     * @param plan of the back-test
     * @param cards of the back-test, as they will be shown
     */
    public static List<GuardResult> of(
            PriceHistory history,
            FeatureTable features,
            TradingCalendar calendar,
            ForecastPlan plan,
            Backtest backtest,
            List<HorizonScorecard> cards) {
        Made made = new Made(history, features.select(plan.settings().features()), backtest);
        ForecastPlan light = LightPlan.of(plan);
        ForecastingSystem system = ForecastingSystem.product(calendar, light);
        Made recent = system.make(LightPlan.recent(made));
        return Stream.concat(
                        replays(Cuts.few(recent, light.settings().refitEvery()))
                                .map(guard -> guard.check(system, recent)),
                        audits(calendar, cards).map(guard -> guard.check(made)))
                .toList();
    }

    /**
     * Every guard on a system of which nothing else is known.
     *
     * @param refitEvery sessions between refits; among the cuts of the history are some about refits
     */
    public static List<GuardResult> of(
            ForecastingSystem system, PriceHistory history, TradingCalendar calendar, int refitEvery) {
        Made made = system.make(history);
        return Stream.concat(
                        replays(Cuts.many(made, refitEvery)).map(guard -> guard.check(system, made)),
                        audits(calendar, cards(made)).map(guard -> guard.check(made)))
                .toList();
    }

    private static List<HorizonScorecard> cards(Made made) {
        List<BacktestRow> rows = made.backtest().rows();
        LocalDate end = made.history().session(made.history().size() - 1);
        return Scorecards.of(rows, rows.getFirst().origin(), end, Map.of());
    }

    private static Stream<Replay> replays(List<Integer> cuts) {
        return Stream.of(
                new PrefixInvariance(cuts, SEED),
                new ScaleInvariance(),
                new SymbolIndependence(SEED + 1),
                new UpToDateFeatures(),
                // HAR-P's seasons follow the exchange, whatever the calendar of targets.
                new DatedPrior(ShippedPrior.priors(), new NyseCalendar()));
    }

    private static Stream<Audit> audits(TradingCalendar calendar, List<HorizonScorecard> cards) {
        return Stream.of(
                new FinishedSessions(calendar),
                new FitAudit(),
                new CompleteTargets(),
                new LabelIsNoFeature(),
                new LevelOutcomes(),
                new LagDetector(),
                new TooGood(cards));
    }
}
