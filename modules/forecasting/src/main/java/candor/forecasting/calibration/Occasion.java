package candor.forecasting.calibration;

import java.time.LocalDate;

/**
 * When an interval is issued.
 *
 * @param origin last session visible
 * @param wildness ln(variance/h) less the symbol's mean of the logarithm of a session's variance: above 0 in wild times;
 *     NaN where that mean is not known
 */
public record Occasion(LocalDate origin, double wildness) {}
