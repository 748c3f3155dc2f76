package candor.pipeline.stage;

import candor.forecasting.evaluation.scorecard.NothingToScore;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.NotEnoughRows;
import candor.pipeline.table.FeatureTables;
import candor.store.failure.ConvergenceFailure;
import candor.store.failure.InputRefused;
import candor.store.failure.NotEnoughHistory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/** What Train, Evaluate and Forecast have in common: the same history, features and plan, and the same ways to fail. */
final class Modelling {

    private Modelling() {}

    /** Asks for the files that {@link CleanedBars#history} and {@link #features} read. */
    static void askFor(InputArtefacts inputs) {
        CleanedBars.askFor(inputs).from(StageName.FEATURES, FeatureTables.KEY);
    }

    static FeatureTable features(InputArtefacts inputs, PriceHistory history) {
        return FeatureTables.read(history, inputs.read(FeatureTables.KEY));
    }

    static SortedMap<String, Long> seeds(ForecastSettings settings) {
        return settings.candidates().seeds();
    }

    /** What Train made; the caller has asked for model.json. */
    static ModelDocument trained(InputArtefacts inputs) {
        return inputs.read(ModelDocument.KEY);
    }

    /**
     * The plan of Train, with other champions.
     *
     * @param forecasters by horizon, none of them left out
     */
    static ForecastPlan plan(ModelDocument trained, Map<Integer, Champion> forecasters) {
        return plan(trained.tried(), trained.without(), forecasters);
    }

    static ForecastPlan plan(ForecastSettings settings, List<String> without, Map<Integer, Champion> forecasters) {
        return ForecastPlan.of(settings).withChampions(forecasters).withoutCandidates(Set.copyOf(without));
    }

    /** Runs the work with the failures of mathematics as failures of the pipeline. */
    static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotEnoughRows e) {
            throw new NotEnoughHistory(e.getMessage() + "; use a file that reaches back further", e);
        } catch (NothingToScore e) {
            throw new InputRefused(String.valueOf(e.getMessage()), e);
        } catch (FitDidNotConverge e) {
            throw new ConvergenceFailure(e.getMessage() + "; candidate=" + e.candidate(), e);
        }
    }
}
