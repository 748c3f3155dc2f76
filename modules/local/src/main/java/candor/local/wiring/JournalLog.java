package candor.local.wiring;

import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.store.port.ExecutionEvent;
import candor.store.port.ExecutionLog;
import candor.store.port.ExecutionSummary;
import candor.store.run.History;
import candor.store.run.History.Waiting;
import java.util.List;
import java.util.Optional;

/** The executions of a home. */
public record JournalLog(Executions executions) implements ExecutionLog {

    @Override
    public List<ExecutionSummary> latest(int limit) {
        return executions.list().executions().stream()
                .limit(limit)
                .map(JournalLog::summary)
                .toList();
    }

    @Override
    public Optional<ExecutionSummary> find(String name) {
        return executions.find(name).map(JournalLog::summary);
    }

    @Override
    public List<ExecutionEvent> events(String name) {
        return executions.find(name).map(JournalLog::events).orElse(List.of());
    }

    public static List<ExecutionEvent> events(Execution execution) {
        return execution.events().stream()
                .map(event -> ExecutionEvent.parse(event.toJson()))
                .toList();
    }

    /** What a person has to answer before it goes on: waiting for it ends a run here, and no process stays. */
    public static Optional<Waiting> waiting(Execution execution) {
        return execution.status() == ExecutionStatus.ABORTED ? History.waiting(events(execution)) : Optional.empty();
    }

    public static ExecutionSummary summary(Execution execution) {
        return new ExecutionSummary(
                execution.name(),
                execution.status().name(),
                execution.header().startDate(),
                execution.stopDate().orElse(null),
                execution.header().input(),
                execution.error().orElse(null),
                execution.cause().orElse(null),
                execution.redriveCount());
    }
}
