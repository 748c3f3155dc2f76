/**
 * What becomes of files with a fault by each way in: a run, a repair, a prediction, a provider's answer. Start at
 * {@link candor.benchmarks.ways.WaysTable}.
 */
@NullMarked
package candor.benchmarks.ways;

import org.jspecify.annotations.NullMarked;
