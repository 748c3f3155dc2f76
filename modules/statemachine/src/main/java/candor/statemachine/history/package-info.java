/**
 * What happened in executions, event by event as Step Functions tells it, and the files that keep it through a kill.
 * Start at {@link candor.statemachine.history.Executions}. Must not know how states are executed.
 */
@NullMarked
package candor.statemachine.history;

import org.jspecify.annotations.NullMarked;
