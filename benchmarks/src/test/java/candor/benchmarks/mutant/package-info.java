/** Shows that each guard notices the mistake it is there for, and raises no alarm without one. */
@NullMarked
package candor.benchmarks.mutant;

import org.jspecify.annotations.NullMarked;
