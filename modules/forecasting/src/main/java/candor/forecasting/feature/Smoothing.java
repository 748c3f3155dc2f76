package candor.forecasting.feature;

import java.util.Arrays;

/** Exponential averages: each value is made of the one before and the new observation. */
final class Smoothing {

    private Smoothing() {}

    /** e[0] = x[0]; e[t] = e[t-1] + a (x[t] - e[t-1]) with a = 2 / (span + 1). */
    static double[] exponential(double[] x, int span) {
        double weight = 2.0 / (span + 1);
        double[] average = x.clone();
        for (int t = 1; t < x.length; t++) {
            average[t] = average[t - 1] + weight * (x[t] - average[t - 1]);
        }
        return average;
    }

    /**
     * Wilder's average (New Concepts in Technical Trading Systems, 1978): w[t] = ((n - 1) w[t-1] + x[t]) / n, begun at
     * session n with the mean of x[1]..x[n]; NaN before. x[0] is not used: it would need a session before the first.
     */
    static double[] wilder(double[] x, int n) {
        double[] average = new double[x.length];
        Arrays.fill(average, Double.NaN);
        if (x.length <= n) {
            return average;
        }
        double sum = 0;
        for (int t = 1; t <= n; t++) {
            sum += x[t];
        }
        average[n] = sum / n;
        for (int t = n + 1; t < x.length; t++) {
            average[t] = ((n - 1) * average[t - 1] + x[t]) / n;
        }
        return average;
    }
}
