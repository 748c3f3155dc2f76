/**
 * The ways to forecast, one class each, and their table. Start at {@link candor.forecasting.candidate.Candidates}; another
 * candidate is one class and one line there. Must not know when candidates are fitted, how they are judged or where they
 * are stored.
 */
@NullMarked
package candor.forecasting.candidate;

import org.jspecify.annotations.NullMarked;
