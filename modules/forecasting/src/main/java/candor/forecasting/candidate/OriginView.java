package candor.forecasting.candidate;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import java.util.HashMap;
import java.util.Map;

/** All that a candidate may look at when it forecasts at one origin. */
public final class OriginView {

    private final PriceHistory visible;
    private final double[] features;
    private final boolean featuresComplete;
    private final Map<Regressors, double[]> regressors = new HashMap<>();

    /**
     * @param visible ends at the origin
     * @param selected the features of the settings only, one row for each session at least up to the origin
     */
    public OriginView(PriceHistory visible, FeatureTable selected) {
        this.visible = visible;
        int origin = visible.size() - 1;
        this.features = new double[selected.names().size()];
        for (int c = 0; c < features.length; c++) {
            features[c] = selected.value(origin, c);
        }
        this.featuresComplete = selected.complete(origin);
    }

    /** The history up to the origin. */
    public PriceHistory visible() {
        return visible;
    }

    /** The features at the origin; not to be changed. */
    public double[] features() {
        return features;
    }

    /** Whether every feature is finite. */
    public boolean featuresComplete() {
        return featuresComplete;
    }

    /** A candidate's own regressors at the origin, made once for all horizons; not to be changed. */
    double[] regressors(Regressors wanted) {
        return regressors.computeIfAbsent(wanted, which -> which.at(visible));
    }
}
