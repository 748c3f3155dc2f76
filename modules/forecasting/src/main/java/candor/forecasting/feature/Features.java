package candor.forecasting.feature;

import candor.forecasting.market.PriceHistory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All features of a price history. In their formulas P is the adjusted close; O, H and L are open, high and low times
 * adjusted close over close; C and V are close and volume as traded; r is the log return; 'over n' means the n sessions
 * that end at t; sd and var are the sample's (divisor n - 1); EMAn is the exponential average with weight 2 / (n + 1)
 * that begins at the first value.
 *
 * <p>After a break of the history everything starts anew: no window reaches across it. Where no session has a volume,
 * those {@linkplain #OF_VOLUME of volume} are left out.
 *
 * <p>The value at a session depends on the bars up to it and on nothing later. All features but those
 * {@linkplain #WITH_UNIT with a unit} are independent of the currency unit of the prices.
 */
public final class Features {

    private static final List<Feature> ALL = Stream.of(
                    ReturnFeatures.all(),
                    TrendFeatures.movingAverages(),
                    MomentumFeatures.relativeStrength(),
                    TrendFeatures.convergenceDivergence(),
                    TrendFeatures.bollingerBands(),
                    RangeVolatility.all(),
                    VolumeFeatures.all(),
                    MomentumFeatures.yearly())
            .flatMap(List::stream)
            .toList();

    /** What each feature is, in the order of the columns. */
    public static final List<FeatureDefinition> DEFINITIONS =
            ALL.stream().map(Feature::definition).toList();

    /** The columns in order, where the history has volumes. */
    public static final List<String> NAMES =
            DEFINITIONS.stream().map(FeatureDefinition::name).toList();

    /** Those that follow the level of the prices or of the turnover. */
    public static final Set<String> WITH_UNIT = Set.of("atr14", "amihud21");

    /** Those that are made of volumes. */
    public static final Set<String> OF_VOLUME = VolumeFeatures.all().stream()
            .map(feature -> feature.definition().name())
            .collect(Collectors.toUnmodifiableSet());

    private Features() {}

    /**
     * Every feature at every session of the history; NaN where not defined, as before its first window.
     *
     * @return all columns, or without volumes all but {@link #OF_VOLUME}
     */
    public static FeatureTable of(PriceHistory history) {
        boolean hasVolume = history.hasVolume();
        List<Feature> features = ALL.stream()
                .filter(feature ->
                        hasVolume || !OF_VOLUME.contains(feature.definition().name()))
                .toList();
        double[][] columns = new double[features.size()][history.size()];
        for (AdjustedBars bars : AdjustedBars.unbroken(history)) {
            for (int c = 0; c < columns.length; c++) {
                System.arraycopy(features.get(c).column().apply(bars), 0, columns[c], bars.from, bars.size);
            }
        }
        return new FeatureTable(
                features.stream().map(feature -> feature.definition().name()).toList(), columns);
    }
}
