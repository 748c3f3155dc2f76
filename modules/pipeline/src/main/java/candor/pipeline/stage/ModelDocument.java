package candor.pipeline.stage;

import candor.forecasting.walkforward.TrainedModels;
import java.util.List;

/**
 * model.json: the candidates as fitted at the last refit session.
 *
 * @param attempt whose hyper-parameters were used: 0, or how often a fit before had not converged
 * @param without candidates that were left out because they did not converge
 */
record ModelDocument(String schema, int attempt, List<String> without, TrainedModels models) {}
