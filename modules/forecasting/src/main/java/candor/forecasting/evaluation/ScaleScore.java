package candor.forecasting.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate for the variance did: QLIKE = mean of ln(variance) + return squared / variance (Patton 2011), lower is
 * better.
 *
 * @param dmVsEwma Diebold-Mariano on the QLIKE losses against EWMA; null for EWMA itself, and
 *     where the losses do not differ or there are not more of them than sessions in the horizon
 */
public record ScaleScore(double qlike, @Nullable TestOutcome dmVsEwma) {

    ScaleScore withTest(TestOutcome test) {
        return new ScaleScore(qlike, test);
    }
}
