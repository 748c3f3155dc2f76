/**
 * Why a fitted model forecast what it did: shares of its features that add up to the forecast. Start at
 * {@link candor.forecasting.explanation.Explanation}. Must not know how models are fitted, nor what is done with the shares.
 */
@NullMarked
package candor.forecasting.explanation;

import org.jspecify.annotations.NullMarked;
