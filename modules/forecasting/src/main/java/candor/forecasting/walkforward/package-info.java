/**
 * Forecasts made again at every past origin from what was visible there. Must not know files, clocks or stages.
 */
@NullMarked
package candor.forecasting.walkforward;

import org.jspecify.annotations.NullMarked;
