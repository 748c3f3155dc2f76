/**
 * The lines of the cleaning log, and what its rules mean in words. Start at {@link candor.cleaning.log.CleaningEntry}.
 * Must not know how a rule finds its rows.
 */
@NullMarked
package candor.cleaning.log;

import org.jspecify.annotations.NullMarked;
