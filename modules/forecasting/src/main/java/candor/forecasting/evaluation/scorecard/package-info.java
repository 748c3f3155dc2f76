/**
 * How the forecasts of a walk did: losses, coverage and tests of skill, by horizon and part. Start at
 * {@link candor.forecasting.evaluation.scorecard.Scorecards}, which fills {@link candor.forecasting.evaluation.scorecard.HorizonScorecard}s. Must not know how forecasts were
 * made, nor words for them.
 */
@NullMarked
package candor.forecasting.evaluation.scorecard;

import org.jspecify.annotations.NullMarked;
