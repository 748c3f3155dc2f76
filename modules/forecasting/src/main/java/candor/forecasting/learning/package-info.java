/**
 * Regressions that grow row by row: moments, ridge, expanding mean. Start at
 * {@link candor.forecasting.learning.CoMoments}. Must not know prices' files, schedules or calibration.
 */
@NullMarked
package candor.forecasting.learning;

import org.jspecify.annotations.NullMarked;
