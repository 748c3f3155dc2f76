/**
 * Studies of what Candor promises, and what is measured beside its peers. Never shipped. Start at
 * {@link candor.benchmarks.Bench}; scripts time {@link candor.benchmarks.WalkForwardKernel}, and the reading and cleaning
 * of bars by {@link candor.benchmarks.CsvParsing} and {@link candor.benchmarks.CleaningSpeed}.
 */
@NullMarked
package candor.benchmarks;

import org.jspecify.annotations.NullMarked;
