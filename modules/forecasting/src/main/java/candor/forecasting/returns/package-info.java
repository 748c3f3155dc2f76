/**
 * Returns, the quantity that is forecast. Start at {@link candor.forecasting.returns.LogReturns}. Must not know models,
 * features or files.
 */
@NullMarked
package candor.forecasting.returns;

import org.jspecify.annotations.NullMarked;
