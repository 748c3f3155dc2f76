package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.test.OneSidedTest;
import candor.forecasting.evaluation.test.Proportion;
import candor.forecasting.evaluation.test.TestOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate for the mean did at one horizon, on log returns.
 *
 * @param rmse root mean squared error
 * @param mae mean absolute error
 * @param mapePrice mean absolute percentage error of the implied price, as a fraction; says nothing without the zero
 *     candidate's own value beside it
 * @param rmseToZero RMSE over the random walk's RMSE
 * @param r2osVsZero 1 - MSE / MSE of the zero forecast (Campbell &amp; Thompson 2008)
 * @param r2osVsMean 1 - MSE / MSE of the expanding mean
 * @param directionAccuracy share of forecasts that agree with the outcome on whether it is above 0; null for the zero forecast, which has no direction
 * @param dmVsZero Diebold-Mariano with the Harvey-Leybourne-Newbold correction against zero, squared error; null for
 *     zero itself, and where the forecasts do not differ or there are not more of them than sessions in the horizon
 * @param clarkWestVsZero whether the candidate holds information beyond zero (Clark &amp; West 2007); a diagnostic, null as
 *     above
 * @param clarkWestVsMean the same beyond the expanding mean; null for the mean itself too
 * @param pesaranTimmermann whether it foresees the direction (Pesaran &amp; Timmermann 1992); a diagnostic, for h &gt; 1
 *     the median over the h non-overlapping offsets; null where all forecasts or outcomes of one have the same direction
 * @param r2osVsZeroIn parts of the period
 */
public record PointScore(
        double rmse,
        double mae,
        double mapePrice,
        double rmseToZero,
        double r2osVsZero,
        double r2osVsMean,
        @Nullable Proportion directionAccuracy,
        @Nullable TestOutcome dmVsZero,
        @Nullable OneSidedTest clarkWestVsZero,
        @Nullable OneSidedTest clarkWestVsMean,
        @Nullable OneSidedTest pesaranTimmermann,
        Breakdown r2osVsZeroIn) {

    PointScore withTest(TestOutcome test) {
        return new PointScore(
                rmse,
                mae,
                mapePrice,
                rmseToZero,
                r2osVsZero,
                r2osVsMean,
                directionAccuracy,
                test,
                clarkWestVsZero,
                clarkWestVsMean,
                pesaranTimmermann,
                r2osVsZeroIn);
    }
}
