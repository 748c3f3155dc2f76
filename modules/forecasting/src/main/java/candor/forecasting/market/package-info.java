/**
 * Bars, symbols and the price history that models see. Start at {@link candor.forecasting.market.PriceHistory}. Must
 * not know where bars come from.
 */
@NullMarked
package candor.forecasting.market;

import org.jspecify.annotations.NullMarked;
