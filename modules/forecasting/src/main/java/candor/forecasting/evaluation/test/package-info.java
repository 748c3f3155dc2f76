/**
 * Statistical tests of series of losses and violations, and what their p-values are worth. Start at
 * {@link candor.forecasting.evaluation.test.DieboldMariano}. Must not know which candidate made a series.
 */
@NullMarked
package candor.forecasting.evaluation.test;

import org.jspecify.annotations.NullMarked;
