package candor.forecasting.feature;

import java.util.Arrays;

/**
 * Statistics of the last {@code window} values of a series, by session. Each window is computed on its own, so that no
 * rounding is carried from one to the next, and as deviations from its first value, so that a constant window has
 * exactly its value as mean and no spread. NaN before the first full window, and where the window holds a NaN.
 */
final class Rolling {

    private Rolling() {}

    /** The mean. */
    static double[] mean(double[] x, int window) {
        double[] mean = undefined(x);
        for (int t = window - 1; t < x.length; t++) {
            mean[t] = meanOf(x, t - window + 1, t);
        }
        return mean;
    }

    /**
     * The variance.
     *
     * @param ddof what is taken off the count in the divisor: 1 for the sample's, 0 for the population's
     */
    static double[] variance(double[] x, int window, int ddof) {
        double[] variance = undefined(x);
        for (int t = window - 1; t < x.length; t++) {
            double mean = meanOf(x, t - window + 1, t);
            double sum = 0;
            for (int s = t - window + 1; s <= t; s++) {
                sum += (x[s] - mean) * (x[s] - mean);
            }
            variance[t] = sum / (window - ddof);
        }
        return variance;
    }

    /** The square root of {@link #variance}. */
    static double[] standardDeviation(double[] x, int window, int ddof) {
        double[] deviation = variance(x, window, ddof);
        for (int t = 0; t < deviation.length; t++) {
            deviation[t] = Math.sqrt(deviation[t]);
        }
        return deviation;
    }

    /** The greatest value; {@code x} holds no NaN. */
    static double[] max(double[] x, int window) {
        double[] max = undefined(x);
        int at = -1;
        for (int t = 0; t < x.length; t++) {
            if (at <= t - window) {
                at = indexOfMax(x, t - window + 1, t);
            } else if (at < 0 || x[t] >= x[at]) {
                at = t;
            }
            if (t >= window - 1) {
                max[t] = x[at];
            }
        }
        return max;
    }

    private static int indexOfMax(double[] x, int from, int to) {
        int at = Math.max(from, 0);
        for (int s = at + 1; s <= to; s++) {
            if (x[s] >= x[at]) {
                at = s;
            }
        }
        return at;
    }

    private static double meanOf(double[] x, int from, int to) {
        double sum = 0;
        for (int s = from + 1; s <= to; s++) {
            sum += x[s] - x[from];
        }
        return x[from] + sum / (to - from + 1);
    }

    private static double[] undefined(double[] x) {
        double[] column = new double[x.length];
        Arrays.fill(column, Double.NaN);
        return column;
    }
}
