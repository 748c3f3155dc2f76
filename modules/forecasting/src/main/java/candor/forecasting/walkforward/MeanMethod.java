package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RidgeCoefficients;

/** How the centre of a forecast is made; in the order of metrics.json. */
public enum MeanMethod {
    /** Random walk: no change is expected. */
    ZERO("zero"),
    /** Expanding mean of past returns. */
    MEAN("mean"),
    /** Ridge regression on features. */
    RIDGE(RidgeCoefficients.NAME),
    /** Gradient boosted regression trees on the same features. */
    BOOSTING(BoostedTrees.NAME),
    /** The equally weighted mean of those before it. */
    AVERAGE("average");

    private final String key;

    MeanMethod(String key) {
        this.key = key;
    }

    /** Its name in metrics, settings and messages. */
    public String key() {
        return key;
    }

    /**
     * The method of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MeanMethod of(String key) {
        for (MeanMethod method : values()) {
            if (method.key.equals(key)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no such candidate for the mean: '" + key + "'");
    }
}
