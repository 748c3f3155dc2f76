package candor.statemachine;

import candor.statemachine.history.HistoryEvent;

/**
 * Told of each event once it is on the disk, in the order of an execution's ids, one at a time. The children of a
 * Distributed Map are executions of their own, under their own names, and may run at the same time.
 */
@FunctionalInterface
public interface ExecutionListener {

    void onEvent(String execution, HistoryEvent event);
}
