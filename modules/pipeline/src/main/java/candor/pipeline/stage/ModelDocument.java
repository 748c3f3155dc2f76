package candor.pipeline.stage;

import candor.forecasting.walkforward.TrainedModels;
import java.util.List;

/**
 * model.json: the candidates as fitted at the last refit session.
 *
 * @param ridgePenalties that were chosen from: they grow with every attempt
 * @param without candidates that were left out because they did not converge
 */
record ModelDocument(String schema, List<Double> ridgePenalties, List<String> without, TrainedModels models) {}
