/** The competition's score and the probabilities it is taken of. */
@NullMarked
package candor.benchmarks.m6;

import org.jspecify.annotations.NullMarked;
