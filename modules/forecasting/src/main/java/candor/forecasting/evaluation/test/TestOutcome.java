package candor.forecasting.evaluation.test;

import org.jspecify.annotations.Nullable;

/**
 * A statistic with its two-sided p-value.
 *
 * @param statistic negative where the candidate's loss is the smaller
 * @param p two-sided
 * @param pAdjusted Holm-adjusted over all comparisons of the run; null until the whole run is known
 */
public record TestOutcome(
        double statistic, double p, @Nullable Double pAdjusted) {

    private static final double LEVEL = 0.05;

    /** Whether the candidate's loss is smaller, significantly so at 5 % after the adjustment. */
    public boolean better() {
        return statistic < 0 && significant();
    }

    /** Whether the losses differ at 5 % after the adjustment; false while the adjustment is unknown. */
    public boolean significant() {
        return pAdjusted != null && pAdjusted < LEVEL;
    }

    public TestOutcome withAdjusted(double adjusted) {
        return new TestOutcome(statistic, p, adjusted);
    }
}
