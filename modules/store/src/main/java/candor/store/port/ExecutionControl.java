package candor.store.port;

/**
 * What can be asked of a state machine that runs elsewhere. Each method throws a
 * {@link candor.store.failure.RequestRefused} that says what is wrong and what to do, where it is rejected.
 */
public interface ExecutionControl {

    /**
     * Starts an execution; the same name and input while it runs is the same execution.
     *
     * @param input JSON text
     */
    void start(String name, String input);

    /** Lets an execution that failed, timed out or was aborted go on from the state that did not succeed. */
    void redrive(String name);

    /**
     * Hands a result to the task that waits for the token.
     *
     * @param output JSON text
     */
    void succeed(String token, String output);
}
