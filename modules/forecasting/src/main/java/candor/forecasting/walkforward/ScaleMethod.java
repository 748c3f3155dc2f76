package candor.forecasting.walkforward;

/** How the standard deviation of a forecast is made. */
public enum ScaleMethod {
    /** Exponentially weighted moving average of squared returns. */
    EWMA("ewma"),
    /** Log-HAR regression with leverage on the daily range. */
    LOG_HAR_L("logHarL");

    private final String key;

    ScaleMethod(String key) {
        this.key = key;
    }

    /** Its name in metrics, settings and messages. */
    public String key() {
        return key;
    }
}
