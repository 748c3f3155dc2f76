/**
 * Measures of risk that rules prescribe, from past returns alone. Start at {@link candor.forecasting.risk.MarketRisk}.
 * Must not know forecasts.
 */
@NullMarked
package candor.forecasting.risk;

import org.jspecify.annotations.NullMarked;
