/**
 * Fitting with the library Smile, and nothing else: what comes out is our own. Start at
 * {@link candor.forecasting.smile.SmileCart}. The only room that knows Smile, so that forecasts are made without it;
 * must not know prices, schedules or calibration.
 */
@NullMarked
package candor.forecasting.smile;

import org.jspecify.annotations.NullMarked;
