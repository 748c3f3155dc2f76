package candor.forecasting.exploration;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The sample autocorrelation function: at lag k the sum of products of deviations k sessions apart, over the sum of
 * their squares (Box &amp; Jenkins 1970).
 */
final class Autocorrelation {

    private Autocorrelation() {}

    /** At lags 1 to {@code lags}, below the number of values; the values must vary. */
    static DoubleStream of(double[] values, int lags) {
        double mean = Moments.mean(values);
        return IntStream.rangeClosed(1, lags)
                .mapToDouble(lag -> products(values, mean, lag) / products(values, mean, 0));
    }

    private static double products(double[] values, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }
        return sum;
    }
}
