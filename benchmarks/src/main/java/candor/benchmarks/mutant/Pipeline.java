package candor.benchmarks.mutant;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import java.util.function.BiFunction;

/** The walk-forward with other features or settings than the product's. */
final class Pipeline {

    private Pipeline() {}

    /** The product's forecasts from other features. */
    static ForecastingSystem withFeatures(
            Specimen stock, BiFunction<FeatureTable, PriceHistory, FeatureTable> features) {
        return history -> {
            FeatureTable own =
                    Features.of(history).select(stock.plan().settings().features());
            return walked(stock, features.apply(own, history), history, stock.plan());
        };
    }

    /** A walk-forward on all columns of a table. */
    static Made walked(Specimen stock, FeatureTable features, PriceHistory history, ForecastPlan plan) {
        ForecastPlan onThese = new ForecastPlan(
                plan.settings().withFeatures(features.names()), plan.schedule(), plan.champions(), plan.without());
        return new Made(
                history, features, WalkForward.run(history, features, stock.calendar(), onThese, Progress.NONE));
    }
}
