package candor.forecasting.feature;

import java.util.List;

/** Volatility from the range of the day and from the gap before it. Variances are daily ones. */
final class RangeVolatility {

    private static final double LN_2 = StrictMath.log(2);
    private static final int YANG_ZHANG_WINDOW = 21;

    private RangeVolatility() {}

    static List<Feature> all() {
        return List.of(
                Feature.of(
                        "atr14",
                        "A = Wilder's average over 14 of max(H[t] - L[t], |H[t] - P[t-1]|, |L[t] - P[t-1]|); in price units",
                        "average true range, Wilder (1978)",
                        RangeVolatility::averageTrueRange),
                Feature.of("atr14_over_close", "A / P[t]", "average true range, relative", bars -> {
                    double[] range = averageTrueRange(bars);
                    return bars.column(t -> range[t] / bars.close[t]);
                }),
                Feature.of(
                        "garman_klass",
                        "1/2 ln(H/L)^2 - (2 ln 2 - 1) ln(P/O)^2",
                        "Garman & Klass (1980)",
                        bars -> bars.column(t -> 0.5 * square(log(bars.high[t], bars.low[t]))
                                - (2 * LN_2 - 1) * square(log(bars.close[t], bars.open[t])))),
                Feature.of(
                        "parkinson",
                        "ln(H/L)^2 / (4 ln 2)",
                        "Parkinson (1980)",
                        bars -> bars.column(t -> square(log(bars.high[t], bars.low[t])) / (4 * LN_2))),
                Feature.of(
                        "rogers_satchell",
                        "RS = ln(H/P) ln(H/O) + ln(L/P) ln(L/O)",
                        "Rogers & Satchell (1991)",
                        RangeVolatility::rogersSatchell),
                Feature.of(
                        "yang_zhang21",
                        "var(g) + k var(ln(P/O)) + (1-k) mean(RS), all over 21, k = 0.34 / (1.34 + 22/20)",
                        "Yang & Zhang (2000)",
                        RangeVolatility::yangZhang),
                Feature.of("overnight", "g[t] = ln(O[t] / P[t-1])", "overnight return", RangeVolatility::overnight));
    }

    private static double[] averageTrueRange(AdjustedBars bars) {
        double[] trueRange = bars.columnFrom(1, t -> {
            double before = bars.close[t - 1];
            double beyond = Math.max(Math.abs(bars.high[t] - before), Math.abs(bars.low[t] - before));
            return Math.max(bars.high[t] - bars.low[t], beyond);
        });
        return Smoothing.wilder(trueRange, 14);
    }

    private static double[] rogersSatchell(AdjustedBars bars) {
        return bars.column(t -> log(bars.high[t], bars.close[t]) * log(bars.high[t], bars.open[t])
                + log(bars.low[t], bars.close[t]) * log(bars.low[t], bars.open[t]));
    }

    private static double[] yangZhang(AdjustedBars bars) {
        int n = YANG_ZHANG_WINDOW;
        double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
        double[] night = Rolling.variance(overnight(bars), n, 1);
        double[] day = Rolling.variance(bars.column(t -> log(bars.close[t], bars.open[t])), n, 1);
        double[] range = Rolling.mean(rogersSatchell(bars), n);
        return bars.column(t -> night[t] + k * day[t] + (1 - k) * range[t]);
    }

    private static double[] overnight(AdjustedBars bars) {
        return bars.columnFrom(1, t -> log(bars.open[t], bars.close[t - 1]));
    }

    private static double log(double numerator, double denominator) {
        return StrictMath.log(numerator / denominator);
    }

    private static double square(double x) {
        return x * x;
    }
}
