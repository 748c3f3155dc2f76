package candor.forecasting.walkforward;

/**
 * What every candidate forecasts at one origin for one horizon. All numbers are log returns over the horizon; NaN where a
 * candidate is left out, has no fit yet, or a feature is not defined. The random walk needs no field: it is always 0.
 *
 * @param mean expanding mean times the horizon
 * @param ridge ridge regression
 * @param boosting gradient boosting
 * @param average equally weighted mean of the random walk and the three above
 * @param sigmaEwma standard deviation by EWMA
 * @param sigmaGarch standard deviation by GARCH(1,1)
 * @param sigmaLogHar standard deviation by log-HAR-L
 */
public record CandidateForecasts(
        double mean,
        double ridge,
        double boosting,
        double average,
        double sigmaEwma,
        double sigmaGarch,
        double sigmaLogHar) {

    /** The forecast log return of a method. */
    public double mean(MeanMethod method) {
        return switch (method) {
            case ZERO -> 0;
            case MEAN -> mean;
            case RIDGE -> ridge;
            case BOOSTING -> boosting;
            case AVERAGE -> average;
        };
    }

    /** The forecast standard deviation of a method. */
    public double sigma(ScaleMethod method) {
        return switch (method) {
            case EWMA -> sigmaEwma;
            case GARCH -> sigmaGarch;
            case LOG_HAR_L -> sigmaLogHar;
        };
    }
}
