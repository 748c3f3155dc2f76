package candor.forecasting.feature;

import java.util.List;

/** How far and how one-sidedly the price has moved. */
final class MomentumFeatures {

    private static final int YEAR = 252;
    private static final int MONTH = 21;

    private MomentumFeatures() {}

    static List<Feature> relativeStrength() {
        return List.of(Feature.of(
                "rsi14",
                "100 U / (U + D), U and D = Wilder's averages over 14 of max(P[t] - P[t-1], 0) and max(P[t-1] - P[t], 0)",
                "relative strength index, Wilder (1978)",
                MomentumFeatures::rsi));
    }

    private static double[] rsi(AdjustedBars bars) {
        double[] change = bars.columnFrom(1, t -> bars.close[t] - bars.close[t - 1]);
        double[] up = Smoothing.wilder(bars.column(t -> Math.max(change[t], 0)), 14);
        double[] down = Smoothing.wilder(bars.column(t -> Math.max(-change[t], 0)), 14);
        return bars.column(t -> 100 * up[t] / (up[t] + down[t]));
    }

    static List<Feature> yearly() {
        return List.of(
                Feature.of(
                        "high52w_ratio",
                        "P[t] / max of H over 252",
                        "nearness to the 52-week high, George & Hwang (2004)",
                        bars -> overYearsMax(bars, bars.high)),
                Feature.of(
                        "close52w_ratio",
                        "P[t] / max of P over 252",
                        "nearness to the highest close of 52 weeks",
                        bars -> overYearsMax(bars, bars.close)),
                Feature.of(
                        "mom_12_1",
                        "ln(P[t-21] / P[t-252])",
                        "twelve-month momentum without the last month, Jegadeesh & Titman (1993)",
                        bars -> bars.columnFrom(
                                YEAR, t -> StrictMath.log(bars.close[t - MONTH] / bars.close[t - YEAR]))));
    }

    private static double[] overYearsMax(AdjustedBars bars, double[] price) {
        double[] max = Rolling.max(price, YEAR);
        return bars.column(t -> bars.close[t] / max[t]);
    }
}
