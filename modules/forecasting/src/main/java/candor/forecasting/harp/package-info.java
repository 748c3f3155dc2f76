/**
 * HAR-P: a log-HAR regression with many regressors of the symbol's own bars, whose coefficients, level and scores are
 * shrunk to those of a panel of other symbols. Start at {@link candor.forecasting.harp.OwnForecasts}; the panel's part
 * is a {@link candor.forecasting.harp.Prior}. Must not know the table of candidates.
 */
@NullMarked
package candor.forecasting.harp;

import org.jspecify.annotations.NullMarked;
