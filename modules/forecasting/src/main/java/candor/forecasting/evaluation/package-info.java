/**
 * How forecasts did: losses, tests of skill, coverage. Start at
 * {@link candor.forecasting.evaluation.HorizonScorecard}. Must not know how forecasts were made.
 */
@NullMarked
package candor.forecasting.evaluation;

import org.jspecify.annotations.NullMarked;
