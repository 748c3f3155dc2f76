/**
 * What is measured beside its peers. Never shipped. Start at {@link candor.benchmarks.WalkForwardKernel}.
 */
@NullMarked
package candor.benchmarks;

import org.jspecify.annotations.NullMarked;
