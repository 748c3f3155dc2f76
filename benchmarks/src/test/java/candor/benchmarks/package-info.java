/** The command line of the benchmarks. */
@NullMarked
package candor.benchmarks;

import org.jspecify.annotations.NullMarked;
