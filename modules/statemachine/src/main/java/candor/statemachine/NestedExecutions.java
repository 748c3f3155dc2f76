package candor.statemachine;

import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionHeader;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs executions of other machines for Tasks that start one and wait for it, {@code states:startExecution.sync:2}. */
@FunctionalInterface
public interface NestedExecutions {

    /**
     * Starts an execution and runs it to its end.
     *
     * @param stateMachineArn as the Task names the machine
     * @param name null for one that is free
     * @param input JSON text
     * @param timeout what the Task allows
     * @param started is handed the execution as soon as it has begun
     * @return the execution, however it ended
     * @throws InvocationFailed where it cannot be started, or where the time is over
     * @throws InterruptedException where the execution that waits for it is stopped
     */
    Execution run(
            String stateMachineArn,
            @Nullable String name,
            String input,
            Duration timeout,
            Consumer<ExecutionHeader> started)
            throws InvocationFailed, InterruptedException;

    /** No other machine: every start fails. */
    static NestedExecutions none() {
        return (machine, name, input, timeout, started) -> {
            throw new InvocationFailed(
                    "StepFunctions.StateMachineDoesNotExistException", "There is no state machine '" + machine + "'.");
        };
    }
}
