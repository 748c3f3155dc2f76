/**
 * Bars, symbols and the price history that models see. Start at {@link candor.forecasting.market.PriceHistory}. Knows
 * the exchange's calendar, to count the sessions without a bar; must not know where bars come from.
 */
@NullMarked
package candor.forecasting.market;

import org.jspecify.annotations.NullMarked;
