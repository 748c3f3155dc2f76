package candor.forecasting.evaluation.test;

import java.util.Optional;

/**
 * The test of Ljung &amp; Box (1978) that a series has no autocorrelation at lags 1 to m: n(n + 2) times the sum of
 * &rho;<sub>k</sub>&sup2;/(n - k), referred to chi-squared with m degrees of freedom. Of squared returns over their
 * forecast variances it asks whether the variance forecast has left clusters behind (McLeod &amp; Li 1983).
 *
 * @param statistic &ge; 0
 * @param p p-value
 */
public record LjungBox(double statistic, double p) {

    /**
     * Tests a series in time order.
     *
     * @param lags m, &ge; 1
     * @return empty where there are not more values than lags, or they do not vary
     */
    public static Optional<LjungBox> of(double[] values, int lags) {
        if (lags < 1) {
            throw new IllegalArgumentException("lags below 1: " + lags);
        }
        double n = values.length;
        if (n <= lags) {
            return Optional.empty();
        }
        CentredSeries series = CentredSeries.of(values);
        if (series.constant()) {
            return Optional.empty();
        }
        double variance = series.autocovariance(0);
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double correlation = series.autocovariance(lag) / variance;
            sum += correlation * correlation / (n - lag);
        }
        double statistic = n * (n + 2) * sum;
        return Optional.of(new LjungBox(statistic, ChiSquared.upperTail(statistic, lags)));
    }
}
