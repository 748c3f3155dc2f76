/**
 * From standardised residuals to prediction intervals that cover as often as they say. Start at
 * {@link candor.forecasting.calibration.AdaptiveConformal}. Must not know which model made mean and scale.
 */
@NullMarked
package candor.forecasting.calibration;

import org.jspecify.annotations.NullMarked;
