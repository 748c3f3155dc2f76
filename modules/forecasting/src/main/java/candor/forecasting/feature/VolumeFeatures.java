package candor.forecasting.feature;

import java.util.List;

/** How much was traded, and how much it took to move the price. */
final class VolumeFeatures {

    private static final int WINDOW = 21;

    private VolumeFeatures() {}

    static List<Feature> all() {
        return List.of(
                Feature.of(
                        "amihud21",
                        "10^6 mean of |r[t]| / (C[t] V[t]) over 21; per million of the currency",
                        "illiquidity, Amihud (2002)",
                        bars -> {
                            double[] impact = Rolling.mean(bars.column(t -> impact(bars, t)), WINDOW);
                            return bars.column(t -> 1e6 * impact[t]);
                        }),
                Feature.of("volume_z21", "(V[t] - mean of V over 21) / sd of V over 21", "volume z-score", bars -> {
                    double[] mean = Rolling.mean(bars.volume, WINDOW);
                    double[] sd = Rolling.standardDeviation(bars.volume, WINDOW, 1);
                    return bars.column(t -> (bars.volume[t] - mean[t]) / sd[t]);
                }));
    }

    /** Not defined for a session without trade. */
    private static double impact(AdjustedBars bars, int t) {
        double turnover = bars.tradedClose[t] * bars.volume[t];
        return turnover > 0 ? Math.abs(bars.logReturn[t]) / turnover : Double.NaN;
    }
}
