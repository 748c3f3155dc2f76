package candor.forecasting.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A statistic with its two-sided p-value.
 *
 * @param statistic negative where the candidate's loss is the smaller
 * @param p two-sided
 * @param pAdjusted Holm-adjusted over all comparisons of the run; null until the whole run is known
 */
public record TestOutcome(
        double statistic, double p, @Nullable Double pAdjusted) {}
