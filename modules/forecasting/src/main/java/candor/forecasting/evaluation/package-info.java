/**
 * How forecasts did: losses, tests of skill, coverage, and what that amounts to in words. Start at
 * {@link candor.forecasting.evaluation.Scorecards}, which fills {@link candor.forecasting.evaluation.HorizonScorecard}s. Must not know how forecasts were made.
 */
@NullMarked
package candor.forecasting.evaluation;

import org.jspecify.annotations.NullMarked;
