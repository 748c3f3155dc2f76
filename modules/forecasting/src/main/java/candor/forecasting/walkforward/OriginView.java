package candor.forecasting.walkforward;

import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Leverage;
import candor.forecasting.volatility.LogHarRegressors;

/** All that a model may look at when it forecasts at one origin. */
final class OriginView {

    private final PriceHistory visible;
    private final double[] regressors;
    private final double[] features;
    private final boolean featuresComplete;

    /**
     * @param visible ends at the origin
     * @param selected the ridge's features only, one row for each session at least up to the origin
     */
    OriginView(PriceHistory visible, FeatureTable selected) {
        this.visible = visible;
        this.regressors = LogHarRegressors.at(visible, Leverage.WITH);
        int origin = visible.size() - 1;
        this.features = new double[selected.names().size()];
        for (int c = 0; c < features.length; c++) {
            features[c] = selected.value(origin, c);
        }
        this.featuresComplete = selected.complete(origin);
    }

    PriceHistory visible() {
        return visible;
    }

    /** Log-HAR-L's regressors at the origin; not to be changed. */
    double[] regressors() {
        return regressors;
    }

    /** The ridge's features at the origin; not to be changed. */
    double[] features() {
        return features;
    }

    boolean featuresComplete() {
        return featuresComplete;
    }
}
