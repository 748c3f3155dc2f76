package candor.forecasting.evaluation.test;

import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The test of Clark &amp; West (2007) for a model that contains its benchmark as a special case: with y the outcome, f0
 * the benchmark's forecast and f1 the larger model's,
 *
 * <pre>a = (y - f0)&sup2; - [(y - f1)&sup2; - (f0 - f1)&sup2;]</pre>
 *
 * whose mean over its standard error is referred to the normal distribution. The last term gives back what estimating
 * parameters that are truly 0 costs the larger model: so the test asks whether the model holds any information, not
 * whether its forecasts err less, and can be significant where they err more. The variance has divisor n - 1 for h = 1,
 * else Newey &amp; West's with h - 1 lags and Bartlett's weights.
 *
 * @param statistic positive where the larger model holds information
 */
public record ClarkWest(double statistic) {

    /**
     * Compares forecasts outcome by outcome in time order; all arrays of the same length.
     *
     * @param benchmark of the smaller model
     * @param forecasts of the larger one
     * @param horizon sessions in a target, &ge; 1
     * @return empty where nothing can be said: not more outcomes than the horizon, or forecasts that do not differ
     */
    public static Optional<ClarkWest> of(double[] benchmark, double[] forecasts, double[] outcomes, int horizon) {
        int n = outcomes.length;
        if (benchmark.length != n || forecasts.length != n) {
            throw new IllegalArgumentException(
                    benchmark.length + " and " + forecasts.length + " forecasts of " + n + " outcomes");
        }
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        if (n < 2 || n <= horizon) {
            return Optional.empty();
        }
        double[] adjusted = new double[n];
        for (int t = 0; t < n; t++) {
            double benchmarkError = outcomes[t] - benchmark[t];
            double error = outcomes[t] - forecasts[t];
            double apart = benchmark[t] - forecasts[t];
            adjusted[t] = benchmarkError * benchmarkError - (error * error - apart * apart);
        }
        CentredSeries series = CentredSeries.of(adjusted);
        if (series.constant()) {
            return Optional.empty();
        }
        double variance = horizon == 1
                ? series.autocovariance(0) * n / (n - 1)
                : series.longRunVariance(horizon, DieboldMariano.Window.BARTLETT);
        return Optional.of(new ClarkWest(series.mean() / Math.sqrt(variance / n)));
    }

    /** One-sided p-value: against the alternative that the larger model holds information. */
    public double p() {
        return new NormalDistribution().cumulativeProbability(-statistic);
    }
}
