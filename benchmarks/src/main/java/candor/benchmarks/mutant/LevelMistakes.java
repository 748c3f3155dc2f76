package candor.benchmarks.mutant;

import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ForecastPlan;
import java.util.List;

/** Mistakes of forecasting price levels instead of returns. */
final class LevelMistakes {

    private static final double HARDLY_ANY_PENALTY = 1e-3;

    private LevelMistakes() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "levels-scored-with-r2",
                        "The adjusted close is forecast from itself and scored as a level.",
                        List.of("outcomes are no levels", "lag detector", "complete targets"),
                        Mutant.forecasting(LevelMistakes::scoredAsLevels)),
                new Mutant(
                        "trees-on-levels",
                        "A regression tree forecasts the next adjusted close from today's.",
                        List.of("scale invariance"),
                        Mutant.forecasting(LevelMistakes::treesOnLevels)));
    }

    private static ForecastingSystem scoredAsLevels(Specimen stock) {
        ForecastPlan plan = stock.planWithPenalty(HARDLY_ANY_PENALTY);
        ForecastingSystem onLevels = Pipeline.withFeatures(
                stock, (own, history) -> Altered.withLevels(own, history).select(List.of(Altered.LEVELS)));
        return history -> {
            Made ofLevels = OwnRidge.refitted(onLevels.make(history), plan, (moments, made, refit, horizon) -> {
                for (int origin = 0; origin <= refit - horizon; origin++) {
                    OwnRidge.add(moments, made, origin, history.adjustedClose(origin + horizon));
                }
            });
            return Altered.withRows(ofLevels, row -> Altered.withOutcome(row, level(history, row)));
        };
    }

    private static double level(PriceHistory history, BacktestRow row) {
        int target = history.indexOf(row.origin()) + row.horizon();
        return target < history.size() ? history.adjustedClose(target) : Double.NaN;
    }

    private static ForecastingSystem treesOnLevels(Specimen stock) {
        ForecastingSystem onLevels = Pipeline.withFeatures(stock, Altered::withLevels);
        return history ->
                Altered.withRows(onLevels.make(history), row -> Altered.withRidge(row, treeForecast(history, row)));
    }

    /** Fitted afresh at every origin, on what is known there. */
    private static double treeForecast(PriceHistory history, BacktestRow row) {
        int origin = history.indexOf(row.origin());
        int rows = origin - row.horizon() + 1;
        double[] today = new double[rows];
        double[] then = new double[rows];
        for (int t = 0; t < rows; t++) {
            today[t] = history.adjustedClose(t);
            then[t] = history.adjustedClose(t + row.horizon());
        }
        double level = history.adjustedClose(origin);
        return StrictMath.log(LevelTree.of(today, then).at(level) / level);
    }
}
