package candor.store.port;

import java.util.List;
import java.util.Optional;

/** The executions of the state machine, wherever it runs, to be looked at. */
public interface ExecutionLog {

    /** The latest start first, at most {@code limit} (&ge; 1). */
    List<ExecutionSummary> latest(int limit);

    Optional<ExecutionSummary> find(String name);

    /** The whole history so far, in the order of ids; empty where there is no such execution. */
    List<ExecutionEvent> events(String name);
}
