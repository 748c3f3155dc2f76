package candor.forecasting.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate for the variance did: QLIKE = mean of ln(variance) + return squared / variance (Patton 2011), lower is
 * better.
 *
 * @param dmVsEwma Diebold-Mariano on the QLIKE losses against EWMA; null for EWMA itself
 */
public record ScaleScore(double qlike, @Nullable TestOutcome dmVsEwma) {}
