/** Tests of the guards of an evaluation; that each notices its mistake is shown with the mutants of the benchmarks. */
@NullMarked
package candor.forecasting.guard;

import org.jspecify.annotations.NullMarked;
