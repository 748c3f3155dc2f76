package candor.forecasting.harp;

/**
 * A forecast of the variance of an h-session log return.
 *
 * @param logScale F, logarithm of the mean range variance of a session over the horizon
 * @param level k, from range variances of a session to squared returns of the horizon
 * @param variance k exp(F)
 * @param longMean mean of the logarithm of the range variance of a session from the first return to the origin
 */
public record VarianceForecast(double logScale, double level, double variance, double longMean) {}
