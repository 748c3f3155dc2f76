package candor.forecasting.walkforward;

/** How the centre of a forecast is made. */
public enum MeanMethod {
    /** Random walk: no change is expected. */
    ZERO("zero"),
    /** Expanding mean of past returns. */
    MEAN("mean"),
    /** Ridge regression on features. */
    RIDGE("ridge");

    private final String key;

    MeanMethod(String key) {
        this.key = key;
    }

    /** Its name in metrics, settings and messages. */
    public String key() {
        return key;
    }
}
