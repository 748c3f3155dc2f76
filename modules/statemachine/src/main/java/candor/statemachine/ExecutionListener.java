package candor.statemachine;

import candor.statemachine.history.HistoryEvent;

/** Told of each event once it is on the disk, in the order of their ids, one at a time. */
@FunctionalInterface
public interface ExecutionListener {

    void onEvent(String execution, HistoryEvent event);
}
