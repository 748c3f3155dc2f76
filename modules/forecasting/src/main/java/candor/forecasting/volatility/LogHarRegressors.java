package candor.forecasting.volatility;

import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.Arrays;
import java.util.List;

/**
 * What log-HAR knows at the close of session t: ln v<sub>t</sub>, the means of ln v over the last 5 and the last 22
 * sessions, and with leverage x<sub>t</sub> and the mean of x over the last 5, where x<sub>s</sub> =
 * max(&minus;r<sub>s</sub>, 0) / exp(&frac12; &middot; mean of ln v over s&minus;21..s) is the session's fall in units
 * of the month's volatility.
 */
public final class LogHarRegressors {

    /** Names in the order of {@link #at}; without leverage the first three. */
    public static final List<String> NAMES =
            List.of("log_range", "log_range_mean5", "log_range_mean22", "fall", "fall_mean5");

    private static final int WEEK = 5;
    private static final int MONTH = 22;

    private LogHarRegressors() {}

    /** The regressors (without the constant) at the last session of the view; all NaN with fewer sessions since a break. */
    public static double[] at(PriceHistory visible, Leverage leverage) {
        double[] regressors = new double[leverage.regressors()];
        int last = visible.size() - 1;
        if (last - visible.unbrokenFrom(last) < leverage.firstSession()) {
            Arrays.fill(regressors, Double.NaN);
            return regressors;
        }
        int from = last - leverage.firstSession() + 1;
        double[] logProxy = new double[leverage.firstSession()];
        for (int i = 0; i < logProxy.length; i++) {
            logProxy[i] = StrictMath.log(RangeProxy.at(visible, from + i));
        }
        int end = logProxy.length;
        regressors[0] = logProxy[end - 1];
        regressors[1] = mean(logProxy, end - WEEK, end);
        regressors[2] = mean(logProxy, end - MONTH, end);
        if (leverage == Leverage.WITH) {
            double[] falls = new double[WEEK];
            for (int i = 0; i < WEEK; i++) {
                int after = end - WEEK + 1 + i;
                double fall = Math.max(-Targets.logReturn(visible, from + after - 2, from + after - 1), 0);
                falls[i] = fall / StrictMath.exp(0.5 * mean(logProxy, after - MONTH, after));
            }
            regressors[3] = falls[WEEK - 1];
            regressors[4] = mean(falls, 0, WEEK);
        }
        return regressors;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
