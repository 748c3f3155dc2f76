/**
 * What the state-machine runner and its expressions are compared with others on: definitions and expressions with what
 * comes of them here. {@code tools/check-interpreter} has the others do the same. Start at
 * {@link candor.benchmarks.parity.ParityCommand}.
 */
@NullMarked
package candor.benchmarks.parity;

import org.jspecify.annotations.NullMarked;
