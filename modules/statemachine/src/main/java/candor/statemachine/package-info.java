/**
 * Executes a state machine's own definition on this machine, as Step Functions does in the cloud: states, retries, catches,
 * timeouts, variables, history and redrive. Start at {@link candor.statemachine.Runner}. Must not know what the
 * functions compute, nor the command line.
 */
@NullMarked
package candor.statemachine;

import org.jspecify.annotations.NullMarked;
