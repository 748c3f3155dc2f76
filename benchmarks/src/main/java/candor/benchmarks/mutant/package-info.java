/**
 * Known mistakes, each a pipeline of its own that really makes it, and the guard that has to notice. Start at
 * {@link candor.benchmarks.mutant.Mutants}. Built from the public parts of forecasting and cleaning; these must not know
 * it.
 */
@NullMarked
package candor.benchmarks.mutant;

import org.jspecify.annotations.NullMarked;
