/**
 * How forecasts of companies that were listed a short while ago hold. Start at
 * {@link candor.benchmarks.young.YoungCommand}.
 */
@NullMarked
package candor.benchmarks.young;

import org.jspecify.annotations.NullMarked;
