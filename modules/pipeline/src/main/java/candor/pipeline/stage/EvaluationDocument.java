package candor.pipeline.stage;

import candor.forecasting.evaluation.HorizonScorecard;
import candor.forecasting.walkforward.KeptFit;
import java.util.List;

/**
 * evaluation.json: what the walk-forward measured.
 *
 * @param refits of the walk-forward that succeeded
 * @param fitsKept fits of single candidates that did not converge, where the parameters before them stayed
 */
record EvaluationDocument(
        String schema,
        List<HorizonScorecard> horizons,
        int trials,
        String statement,
        int refits,
        List<KeptFit> fitsKept) {}
