/**
 * Whether cleaned bars are what the source gave, and belong together: start at
 * {@link candor.cleaning.guard.DataGuards}. Judges the result of cleaning; must not know how it came about.
 */
@NullMarked
package candor.cleaning.guard;

import org.jspecify.annotations.NullMarked;
