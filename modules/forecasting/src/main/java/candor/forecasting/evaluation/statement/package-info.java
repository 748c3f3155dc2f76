/**
 * What scorecards amount to in words for a person. Start at
 * {@link candor.forecasting.evaluation.statement.Statement}. Must not compute a figure that a scorecard lacks.
 */
@NullMarked
package candor.forecasting.evaluation.statement;

import org.jspecify.annotations.NullMarked;
