package candor.forecasting.promotion;

import candor.forecasting.walkforward.Champion;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a challenger with the champion on the same origins.
 *
 * @param challenger the champion with its mean or its scale replaced
 * @param outcomes origins at which both had a forecast and the outcome is known
 * @param loss the challenger's mean loss there: squared error for a mean, QLIKE for a scale
 * @param championLoss the champion's
 * @param statistic Diebold-Mariano with the Harvey-Leybourne-Newbold correction; negative where the challenger's loss
 *     is the smaller
 * @param p one-sided: of such a difference where the challenger is no better
 * @param pAdjusted by Holm over the comparisons of this look, times what {@link Gate} charges for the look
 * @param calibration how its intervals would have done; null where the p-value decides already
 */
public record Challenge(
        Champion challenger,
        int outcomes,
        double loss,
        double championLoss,
        double statistic,
        double p,
        double pAdjusted,
        @Nullable CalibrationTrial calibration) {

    /** Above it the p-value decides: the champion stays. */
    static final double LEVEL = 0.05;

    /** Whether it takes the champion's place. */
    public boolean wins() {
        return calibration != null && !calibration.loss().lost();
    }
}
