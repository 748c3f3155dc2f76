/** The M6 competition's forecasting track done again. Start at {@link candor.benchmarks.m6.M6Command}. */
@NullMarked
package candor.benchmarks.m6;

import org.jspecify.annotations.NullMarked;
