package candor.forecasting.evaluation;

import candor.forecasting.evaluation.DieboldMariano.Window;

/**
 * The long-run variance of a series whose neighbours share the sessions of overlapping targets: its autocovariances from
 * lag 0 to h - 1, divisor n, weighted by the window and counted on both sides (Newey &amp; West 1987).
 */
final class LongRunVariance {

    private LongRunVariance() {}

    /** @param deviations from their mean, in time order, at least one */
    static double of(double[] deviations, int horizon, Window window) {
        double variance = autocovariance(deviations, 0);
        for (int lag = 1; lag < Math.min(horizon, deviations.length); lag++) {
            variance += 2 * window.weight(lag, horizon) * autocovariance(deviations, lag);
        }
        return variance;
    }

    /** At lag 0 the plain variance with divisor n. */
    static double autocovariance(double[] deviations, int lag) {
        double sum = 0;
        for (int t = lag; t < deviations.length; t++) {
            sum += deviations[t] * deviations[t - lag];
        }
        return sum / deviations.length;
    }
}
