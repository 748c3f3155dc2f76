package candor.forecasting.evaluation.loss;

/** The loss of a forecast quantile (Koenker &amp; Bassett 1978). */
public final class PinballLoss {

    private PinballLoss() {}

    /** p(y - q) where y &ge; q, else (1 - p)(q - y), with p the probability of the quantile q and y the outcome. */
    public static double of(double quantile, double probability, double realised) {
        double above = realised - quantile;
        return above >= 0 ? probability * above : (probability - 1) * above;
    }
}
