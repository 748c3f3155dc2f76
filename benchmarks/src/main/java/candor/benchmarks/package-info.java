/**
 * What is measured beside its peers. Never shipped. Start at {@link candor.benchmarks.WalkForwardKernel}, and for the
 * reading of files at {@link candor.benchmarks.CsvParsing}.
 */
@NullMarked
package candor.benchmarks;

import org.jspecify.annotations.NullMarked;
