package candor.statemachine;

import java.time.Duration;

/** Invokes a function as {@code lambda:invoke} does, and waits for its answer. */
public interface Invoker {

    /**
     * @param functionName name or ARN
     * @param payload JSON text
     * @param timeout what the Task state allows
     * @return JSON text
     * @throws InterruptedException where the execution no longer wants the answer
     */
    String invoke(String functionName, String payload, Duration timeout) throws InvocationFailed, InterruptedException;
}
