/**
 * Losses of single forecasts, of points, scales, quantiles and intervals. Start at
 * {@link candor.forecasting.evaluation.loss.IntervalLoss}. Must not know tests or horizons.
 */
@NullMarked
package candor.forecasting.evaluation.loss;

import org.jspecify.annotations.NullMarked;
