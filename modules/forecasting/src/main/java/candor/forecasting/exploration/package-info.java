/**
 * What a series of daily returns looks like before anything is fitted to it: moments, histogram, autocorrelation, the
 * largest moves. Start at {@link candor.forecasting.exploration.Exploration}. Must not know forecasts or their scores.
 */
@NullMarked
package candor.forecasting.exploration;

import org.jspecify.annotations.NullMarked;
