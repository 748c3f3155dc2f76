package candor.forecasting.feature;

import java.util.ArrayList;
import java.util.List;

/** Returns, past returns, and their mean and spread over windows. */
final class ReturnFeatures {

    private static final List<Integer> LAGS = List.of(1, 2, 3, 5, 10, 21);
    private static final List<Integer> WINDOWS = List.of(5, 10, 21, 63);

    private ReturnFeatures() {}

    static List<Feature> all() {
        List<Feature> features = new ArrayList<>();
        features.add(Feature.of("logret", "r[t] = ln(P[t] / P[t-1])", "log return", bars -> bars.logReturn));
        for (int lag : LAGS) {
            features.add(Feature.of(
                    "logret_lag" + lag,
                    "r[t-" + lag + "]",
                    "lagged log return",
                    bars -> bars.columnFrom(lag, t -> bars.logReturn[t - lag])));
        }
        for (int window : WINDOWS) {
            features.add(Feature.of(
                    "ret_mean" + window,
                    "mean of r over " + window,
                    "moving average",
                    bars -> Rolling.mean(bars.logReturn, window)));
        }
        for (int window : WINDOWS) {
            features.add(Feature.of(
                    "ret_std" + window,
                    "sd of r over " + window,
                    "realised volatility of daily returns",
                    bars -> Rolling.standardDeviation(bars.logReturn, window, 1)));
        }
        return features;
    }
}
