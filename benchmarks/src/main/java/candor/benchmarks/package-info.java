/**
 * What is measured beside its peers. Never shipped. Start at {@link candor.benchmarks.WalkForwardKernel}, and for the
 * reading and cleaning of bars at {@link candor.benchmarks.CsvParsing} and {@link candor.benchmarks.CleaningSpeed}.
 */
@NullMarked
package candor.benchmarks;

import org.jspecify.annotations.NullMarked;
