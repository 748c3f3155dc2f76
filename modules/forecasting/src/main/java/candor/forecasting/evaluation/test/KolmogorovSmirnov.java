package candor.forecasting.evaluation.test;

import java.util.Arrays;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * The test of Kolmogorov &amp; Smirnov that values are independent and uniform on [0, 1].
 *
 * <p>Two-sided p-value, after Simard &amp; L'Ecuyer (2011), with the limits that scipy takes: where n D&sup2; &ge; 2.2 (4 up
 * to n = 140) twice the one-sided tail by the finite sum of Smirnov and Dwass, whose terms are all positive, so that it
 * keeps its digits however small it is; it exceeds the exact value by at most 2e-6 of it. Below that 1 less the
 * distribution function: exact up to n = 140 (Marsaglia, Tsang &amp; Wang 2003), beyond by the expansion of Pelz &amp; Good
 * (1976), right to about five digits.
 *
 * @param statistic D, the greatest distance between the empirical distribution function and the uniform one
 * @param p p-value
 */
public record KolmogorovSmirnov(double statistic, double p) {

    private static final int SMALL = 140;

    /** Up to this n D&sup2; the p-value is 1 to the last digit, and the expansion would divide nothing by nothing. */
    private static final double SURE_BELOW = 0.02;

    /** Only asked for distribution functions, which draw nothing; the seed keeps it from looking at the clock. */
    private static final long UNUSED_SEED = 1;

    /**
     * Tests values in any order.
     *
     * @param values at least one, each in 0..1
     */
    public static KolmogorovSmirnov ofUniform(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to test");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (!(sorted[0] >= 0 && sorted[n - 1] <= 1)) {
            throw new IllegalArgumentException("not in 0..1: " + sorted[0] + " to " + sorted[n - 1]);
        }
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - sorted[i], sorted[i] - (double) i / n));
        }
        return new KolmogorovSmirnov(distance, p(distance, n));
    }

    /**
     * The p-value of a distance.
     *
     * @param distance the statistic, not below 0
     * @param n number of values, at least 1
     */
    public static double p(double distance, int n) {
        if (!(distance >= 0) || n < 1) {
            throw new IllegalArgumentException("distance " + distance + " of " + n + " values");
        }
        if (distance >= 1) {
            return 0;
        }
        if (n * distance * distance < SURE_BELOW) {
            return 1;
        }
        double p = n * distance * distance >= (n <= SMALL ? 4 : 2.2)
                ? 2 * oneSidedTail(distance, n)
                : 1 - new KolmogorovSmirnovTest(UNUSED_SEED).cdf(distance, n);
        return Math.min(1, Math.max(0, p));
    }

    /** d &Sigma; C(n, j) (d + j/n)^(j - 1) (1 - d - j/n)^(n - j) over j from 0 to n(1 - d), each term by its logarithm. */
    private static double oneSidedTail(double d, int n) {
        double sum = 0;
        double logBinomial = 0;
        for (int j = 0; j < n; j++) {
            double share = (double) j / n;
            double rest = 1 - d - share;
            if (rest <= 0) {
                break;
            }
            sum += StrictMath.exp(logBinomial + (j - 1) * StrictMath.log(d + share) + (n - j) * StrictMath.log(rest));
            logBinomial += StrictMath.log((double) (n - j) / (j + 1));
        }
        return d * sum;
    }
}
