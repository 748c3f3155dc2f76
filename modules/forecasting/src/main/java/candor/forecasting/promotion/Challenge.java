package candor.forecasting.promotion;

import candor.forecasting.walkforward.Champion;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a challenger with the champion on the same origins.
 *
 * @param challenger the champion with its mean or its scale replaced
 * @param outcomes origins at which both had a forecast and the outcome is known
 * @param statistic Diebold-Mariano with the Harvey-Leybourne-Newbold correction; negative where the challenger's loss
 *     (squared error for a mean, QLIKE for a scale) is the smaller
 * @param p one-sided: of such a difference where the challenger is no better
 * @param pAdjusted by Holm over the comparisons of this look, times what {@link Gate} charges for the look
 * @param calibration what its intervals would have lost; null where the p-value decides already
 */
public record Challenge(
        Champion challenger,
        int outcomes,
        double statistic,
        double p,
        double pAdjusted,
        @Nullable CalibrationLoss calibration) {

    static final double LEVEL = 0.05;

    /** Whether it takes the champion's place. */
    public boolean wins() {
        return calibration != null && !calibration.lost();
    }
}
