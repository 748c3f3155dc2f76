package candor.forecasting.walkforward;

import candor.forecasting.calibration.ConformalState;
import java.util.List;

/**
 * What a walk-forward made.
 *
 * @param rows by origin, then by horizon, up to the last session; where the target lies in the future, realised is NaN
 * @param calibration by horizon, as it stands at the last session
 * @param models of the last refit
 * @param refits of all candidates together
 * @param fitsKept fits of single candidates that did not converge, so that the parameters before them were kept; where
 *     there were none yet, the candidate has no forecast
 */
public record Backtest(
        List<BacktestRow> rows,
        List<ConformalState> calibration,
        TrainedModels models,
        int refits,
        List<KeptFit> fitsKept) {

    public Backtest {
        rows = List.copyOf(rows);
        calibration = List.copyOf(calibration);
        fitsKept = List.copyOf(fitsKept);
    }
}
