package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.LjungBox;
import candor.forecasting.evaluation.test.TestOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate for the variance did: QLIKE = mean of ln(variance) + return squared / variance (Patton 2011), lower is
 * better.
 *
 * @param dmVsEwma Diebold-Mariano on the QLIKE losses against EWMA; null for EWMA itself, and
 *     where the losses do not differ or there are not more of them than sessions in the horizon
 * @param ljungBox whether squared returns over the forecast variances are still autocorrelated at lags 1 to 22, a month:
 *     clusters that the candidate has not foreseen; a diagnostic for h = 1, else null
 * @param qlikeVsEwmaIn parts of the period: QLIKE less EWMA's, below 0 where the candidate is better; null for EWMA itself,
 *     and where no row has both
 */
public record ScaleScore(
        double qlike,
        @Nullable TestOutcome dmVsEwma,
        @Nullable LjungBox ljungBox,
        @Nullable Breakdown qlikeVsEwmaIn) {

    ScaleScore withTest(TestOutcome test) {
        return new ScaleScore(qlike, test, ljungBox, qlikeVsEwmaIn);
    }
}
