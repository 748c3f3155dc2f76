package candor.forecasting.evaluation.loss;

/** The loss of a variance forecast that ranks forecasts rightly although the variance is never seen (Patton 2011). */
public final class Qlike {

    private Qlike() {}

    /**
     * ln(variance) + realised&sup2; / variance.
     *
     * @param variance forecast for the log return over the horizon, above 0
     * @param realised log return over the horizon
     */
    public static double of(double variance, double realised) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("variance not above 0: " + variance);
        }
        return StrictMath.log(variance) + realised * realised / variance;
    }
}
