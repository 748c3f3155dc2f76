package candor.forecasting.evaluation.test;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The test of Diebold &amp; Mariano (1995) that two series of losses have the same mean, with the small-sample correction
 * of Harvey, Leybourne &amp; Newbold (1997): with d the differences of the losses, h the horizon, n outcomes and v the
 * long-run variance of d from h - 1 lags (divisor n),
 *
 * <pre>statistic = mean(d) / sqrt(v / n) &middot; sqrt((n + 1 - 2h + h(h - 1)/n) / n)</pre>
 *
 * referred to Student's t with n - 1 degrees of freedom. Equal to R's {@code forecast::dm.test} where v is positive.
 * The rectangular window can give v &le; 0; then the Bartlett window is used, which cannot. (R's fallback is h = 1, which
 * ignores the overlap of the targets and claims too much.)
 *
 * @param statistic negative where the first series has the smaller losses
 * @param outcomes n, above the horizon
 */
public record DieboldMariano(double statistic, int outcomes) {

    /** Weights of the autocovariances in the long-run variance. */
    public enum Window {
        /** Every lag below the horizon counts fully. */
        RECTANGULAR,
        /** Lag k counts 1 - k/h (Newey &amp; West 1987). */
        BARTLETT;

        double weight(int lag, int horizon) {
            return this == RECTANGULAR ? 1 : 1 - (double) lag / horizon;
        }
    }

    /**
     * Compares {@code losses} with {@code rivalLosses}, outcome by outcome in time order.
     *
     * @return empty where nothing can be said: not more outcomes than the horizon, or differences that do not vary
     */
    public static Optional<DieboldMariano> of(double[] losses, double[] rivalLosses, int horizon, Window window) {
        if (losses.length != rivalLosses.length) {
            throw new IllegalArgumentException(losses.length + " losses against " + rivalLosses.length);
        }
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        int n = losses.length;
        if (n < 2 || n <= horizon) {
            return Optional.empty();
        }
        double[] differences = new double[n];
        for (int t = 0; t < n; t++) {
            differences[t] = losses[t] - rivalLosses[t];
        }
        CentredSeries series = CentredSeries.of(differences);
        if (series.constant()) {
            return Optional.empty();
        }
        double variance = series.longRunVariance(horizon, window);
        if (variance <= 0) {
            variance = series.longRunVariance(horizon, Window.BARTLETT);
        }
        double h = horizon;
        double correction = Math.sqrt((n + 1 - 2 * h + h / n * (h - 1)) / n);
        return Optional.of(new DieboldMariano(series.mean() / Math.sqrt(variance / n) * correction, n));
    }

    /** P-value against the alternative that the mean losses differ. */
    public double p() {
        return Math.min(1, 2 * lowerTail(-Math.abs(statistic)));
    }

    /** P-value against the alternative that the first series has the smaller mean loss. */
    public double pFirstBetter() {
        return lowerTail(statistic);
    }

    private double lowerTail(double t) {
        return new TDistribution(outcomes - 1).cumulativeProbability(t);
    }
}
