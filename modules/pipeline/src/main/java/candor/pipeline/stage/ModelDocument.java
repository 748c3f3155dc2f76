package candor.pipeline.stage;

import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.TrainedModels;
import candor.pipeline.settings.SettingsInForce;
import java.util.List;

/**
 * model.json: the candidates as fitted at the last refit session.
 *
 * @param attempt whose hyper-parameters were used: 0, or how often a fit before had not converged
 * @param without candidates that were left out because they did not converge
 * @param settings of the first attempt, with the features that there are; the stages after Train take them from here, so
 *     that a run has one
 */
record ModelDocument(String schema, int attempt, List<String> without, SettingsInForce settings, TrainedModels models) {

    /** The hyper-parameters of this attempt. */
    ForecastSettings tried() {
        return settings.values().attempt(attempt);
    }
}
