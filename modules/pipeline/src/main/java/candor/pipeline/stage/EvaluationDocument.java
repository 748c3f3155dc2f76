package candor.pipeline.stage;

import candor.forecasting.evaluation.scorecard.HorizonScorecard;
import candor.forecasting.guard.GuardResult;
import candor.forecasting.walkforward.KeptFit;
import candor.store.checkpoint.ArtefactKey;
import java.util.List;

/**
 * evaluation.json: what the walk-forward measured.
 *
 * @param guards of the bars and of the forecasts
 * @param trials comparisons over which p-values are adjusted
 * @param statement plain words generated from the numbers; begins with an alarm where a guard fired
 * @param refits of the walk-forward that succeeded
 * @param fitsKept fits of single candidates that did not converge, where the parameters before them stayed
 */
public record EvaluationDocument(
        String schema,
        List<HorizonScorecard> horizons,
        List<GuardResult> guards,
        int trials,
        String statement,
        int refits,
        List<KeptFit> fitsKept) {

    public static final ArtefactKey<EvaluationDocument> KEY =
            ArtefactKey.json("evaluation.json", EvaluationDocument.class);
}
