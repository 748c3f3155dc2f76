package candor.forecasting.feature;

import java.util.List;
import java.util.stream.Stream;

/** Where the price stands relative to its moving averages. */
final class TrendFeatures {

    private TrendFeatures() {}

    static List<Feature> movingAverages() {
        return Stream.of(5, 10, 20, 50, 200).map(TrendFeatures::closeToAverage).toList();
    }

    private static Feature closeToAverage(int window) {
        return Feature.of(
                "close_sma" + window,
                "P[t] / (mean of P over " + window + ") - 1",
                "distance from the simple moving average",
                bars -> {
                    double[] average = Rolling.mean(bars.close, window);
                    return bars.column(t -> bars.close[t] / average[t] - 1);
                });
    }

    static List<Feature> convergenceDivergence() {
        String source = "MACD, Appel (1979), on logarithms";
        return List.of(
                Feature.of("macd_log", "M = EMA12 - EMA26 of ln P", source, TrendFeatures::macd),
                Feature.of("macd_signal_log", "S = EMA9 of M", source, bars -> Smoothing.exponential(macd(bars), 9)),
                Feature.of("macd_hist_log", "M - S", source, bars -> {
                    double[] macd = macd(bars);
                    double[] signal = Smoothing.exponential(macd, 9);
                    return bars.column(t -> macd[t] - signal[t]);
                }));
    }

    /** On ln(P[t] / P[0]): both averages shift alike, and so the prices' unit leaves no trace, not even of rounding. */
    private static double[] macd(AdjustedBars bars) {
        double[] logPrice = bars.column(t -> StrictMath.log(bars.close[t] / bars.close[0]));
        double[] fast = Smoothing.exponential(logPrice, 12);
        double[] slow = Smoothing.exponential(logPrice, 26);
        return bars.column(t -> fast[t] - slow[t]);
    }

    static List<Feature> bollingerBands() {
        String source = "Bollinger (2001), 20 sessions, 2 population standard deviations s0";
        return List.of(
                Feature.of("bb_pctb20", "(P[t] - (m - 2 s0)) / (4 s0), m = mean of P over 20", source, bars -> {
                    double[] mean = Rolling.mean(bars.close, 20);
                    double[] sd = Rolling.standardDeviation(bars.close, 20, 0);
                    return bars.column(t -> (bars.close[t] - (mean[t] - 2 * sd[t])) / (4 * sd[t]));
                }),
                Feature.of("bb_width20", "4 s0 / m", source, bars -> {
                    double[] mean = Rolling.mean(bars.close, 20);
                    double[] sd = Rolling.standardDeviation(bars.close, 20, 0);
                    return bars.column(t -> 4 * sd[t] / mean[t]);
                }));
    }
}
