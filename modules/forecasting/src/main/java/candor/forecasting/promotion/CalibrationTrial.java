package candor.forecasting.promotion;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import java.util.List;

/**
 * How the intervals of champion and challenger did on the same origins, each as if it had been in service throughout.
 *
 * @param champion by nominal level, ascending
 * @param challenger the same levels
 * @param loss what would be lost with the challenger
 */
public record CalibrationTrial(List<IntervalScore> champion, List<IntervalScore> challenger, CalibrationLoss loss) {

    public CalibrationTrial {
        champion = List.copyOf(champion);
        challenger = List.copyOf(challenger);
    }

    static CalibrationTrial of(List<IntervalScore> champion, List<IntervalScore> challenger, int horizon) {
        return new CalibrationTrial(champion, challenger, CalibrationLoss.between(champion, challenger, horizon));
    }
}
