package candor.pipeline.stage;

import candor.forecasting.walkforward.TrainedModels;
import java.util.List;

/**
 * model.json: the candidates as fitted at the last refit session.
 *
 * @param ridgePenalty that was used: it grows with every attempt
 * @param without candidates that were left out because they did not converge
 */
record ModelDocument(String schema, double ridgePenalty, List<String> without, TrainedModels models) {}
