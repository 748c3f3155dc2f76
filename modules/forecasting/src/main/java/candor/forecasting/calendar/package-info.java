/**
 * When exchanges trade. Start at {@link candor.forecasting.calendar.TradingCalendar}. Must not know prices.
 */
@NullMarked
package candor.forecasting.calendar;

import org.jspecify.annotations.NullMarked;
