package candor.forecasting.evaluation.test;

import candor.forecasting.evaluation.test.DieboldMariano.Window;

/** A series in time order, taken apart into its mean and the deviations from it. */
public final class CentredSeries {

    /** Values that vary by less than this share of their mean are constant but for rounding. */
    private static final double CONSTANT = 1e-12;

    private final double mean;
    private final double[] deviations;

    private CentredSeries(double mean, double[] deviations) {
        this.mean = mean;
        this.deviations = deviations;
    }

    /** @param values at least one */
    public static CentredSeries of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double[] deviations = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            deviations[t] = values[t] - mean;
        }
        return new CentredSeries(mean, deviations);
    }

    public double mean() {
        return mean;
    }

    boolean constant() {
        return Math.sqrt(autocovariance(0)) <= CONSTANT * Math.abs(mean);
    }

    /** With divisor n; at lag 0 the variance. */
    double autocovariance(int lag) {
        double sum = 0;
        for (int t = lag; t < deviations.length; t++) {
            sum += deviations[t] * deviations[t - lag];
        }
        return sum / deviations.length;
    }

    /** The autocovariances from lag 0 to horizon - 1, weighted by the window and counted on both sides. */
    double longRunVariance(int horizon, Window window) {
        double variance = autocovariance(0);
        for (int lag = 1; lag < horizon; lag++) {
            variance += 2 * window.weight(lag, horizon) * autocovariance(lag);
        }
        return variance;
    }
}
