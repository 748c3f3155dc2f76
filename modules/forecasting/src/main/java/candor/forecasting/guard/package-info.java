/**
 * Whether a forecasting system deceives itself: looks ahead, depends on units or on what it was asked before, or scores
 * what is easy. Start at {@link candor.forecasting.guard.Guards}. Systems are black boxes that turn a history into
 * features and a back-test; must not know how they do it.
 */
@NullMarked
package candor.forecasting.guard;

import org.jspecify.annotations.NullMarked;
