package candor.forecasting.promotion;

import candor.forecasting.evaluation.scorecard.IntervalScore;
import java.util.List;

/**
 * What intervals lose when a challenger's take the place of the champion's, on the same origins.
 *
 * @param nominal of the first interval that loses; NaN where none does
 * @param champion the champion's coverage there, or its interval score
 * @param challenger the challenger's
 */
public record CalibrationLoss(double nominal, double champion, double challenger, What what) {

    /** What is lost, as documents have it. */
    public enum What {
        NOTHING(""),
        COVERAGE("coverage"),
        SCORE("score");

        private final String word;

        What(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final CalibrationLoss NONE = new CalibrationLoss(Double.NaN, Double.NaN, Double.NaN, What.NOTHING);

    /** Deviations of coverage below so many standard errors are chance. */
    private static final double STANDARD_ERRORS = 2;

    /** The level whose interval score must not grow. */
    static final double JUDGED = 0.9;

    /**
     * Compares level by level. Coverage is lost where it lies further from nominal than the champion's and more than
     * two standard errors away, of outcomes that do not overlap (outcomes / horizon); the 90 % interval score is lost
     * where it is larger.
     *
     * @param champion by nominal level, ascending
     * @param challenger the same levels
     */
    static CalibrationLoss between(List<IntervalScore> champion, List<IntervalScore> challenger, int horizon) {
        for (int i = 0; i < champion.size(); i++) {
            IntervalScore held = champion.get(i);
            IntervalScore tried = challenger.get(i);
            double nominal = held.nominal();
            double off = Math.abs(tried.coverage() - nominal);
            double error = Math.sqrt(nominal * (1 - nominal) / Math.max(1, tried.outcomes() / horizon));
            if (off > STANDARD_ERRORS * error && off > Math.abs(held.coverage() - nominal)) {
                return new CalibrationLoss(nominal, held.coverage(), tried.coverage(), What.COVERAGE);
            }
            if (nominal == JUDGED && tried.score() > held.score()) {
                return new CalibrationLoss(nominal, held.score(), tried.score(), What.SCORE);
            }
        }
        return NONE;
    }

    /** Whether anything is lost. */
    public boolean lost() {
        return what != What.NOTHING;
    }
}
