package candor.forecasting.harp;

/**
 * A forecast of the variance of an h-session log return.
 *
 * @param logScale F, logarithm of the mean range variance of a session over the horizon
 * @param level k, from range variances of a session to squared returns of the horizon
 * @param variance k exp(F)
 * @param state ln(variance/h) less the symbol's mean of ln v: above 0 in wild times
 * @param version of the prior that it rests on
 */
record VarianceForecast(double logScale, double level, double variance, double state, PriorVersion version) {

    /** What multiplies the scores of a level: tempered, as scores are larger in calm times. */
    double sigma(int ofLevel) {
        return Math.sqrt(variance) * version.tempering(ofLevel, state);
    }
}
