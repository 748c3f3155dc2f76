package candor.forecasting.walkforward;

import candor.forecasting.volatility.Ewma;
import candor.forecasting.volatility.Garch;
import candor.forecasting.volatility.LogHarCoefficients;

/** How the standard deviation of a forecast is made; in the order of metrics.json. */
public enum ScaleMethod {
    /** Exponentially weighted moving average of squared returns. */
    EWMA(Ewma.NAME),
    /** GARCH(1,1) by maximum likelihood. */
    GARCH(Garch.NAME),
    /** Log-HAR regression with leverage on the daily range. */
    LOG_HAR_L(LogHarCoefficients.NAME);

    private final String key;

    ScaleMethod(String key) {
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
    public static ScaleMethod of(String key) {
        for (ScaleMethod method : values()) {
            if (method.key.equals(key)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no such candidate for the scale: '" + key + "'");
    }
}
