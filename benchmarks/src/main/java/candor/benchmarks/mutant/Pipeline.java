package candor.benchmarks.mutant;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.guard.ForecastingSystem;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;
import java.util.List;
import java.util.function.BiFunction;

/** The walk-forward with other features or settings than the product's. */
final class Pipeline {

    private Pipeline() {}

    /** The product's forecasts from other features. */
    static ForecastingSystem withFeatures(
            Specimen stock, BiFunction<FeatureTable, PriceHistory, FeatureTable> features) {
        return history -> {
            FeatureTable own =
                    Features.of(history).select(stock.plan().settings().ridgeFeatures());
            return walked(stock, features.apply(own, history), history, stock.plan());
        };
    }

    /** A walk-forward on all columns of a table. */
    static Made walked(Specimen stock, FeatureTable features, PriceHistory history, ForecastPlan plan) {
        ForecastPlan onThese = new ForecastPlan(
                settings(plan.settings(), plan.settings().ridgePenalties(), features.names()),
                plan.schedule(),
                plan.champions(),
                plan.without());
        return new Made(
                history, features, WalkForward.run(history, features, stock.calendar(), onThese, Progress.NONE));
    }

    /** The same settings with other penalties and features of the ridge. */
    static ForecastSettings settings(ForecastSettings settings, List<Double> penalties, List<String> features) {
        return new ForecastSettings(
                settings.horizons(),
                settings.minimumRows(),
                settings.refitEvery(),
                penalties,
                features,
                settings.ewmaDecay(),
                settings.garchStart(),
                settings.levels(),
                settings.gamma(),
                settings.calibrationWarmUp(),
                settings.boosting());
    }
}
