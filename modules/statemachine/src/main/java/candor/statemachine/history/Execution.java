package candor.statemachine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An execution as it was when it was looked at. */
public record Execution(ExecutionHeader header, ExecutionStatus status, List<HistoryEvent> events) {

    public Execution {
        events = List.copyOf(events);
    }

    public String name() {
        return header.name();
    }

    /** When it ended, or, where its process was killed, the last sign of life; empty while it runs. */
    public Optional<Instant> stopDate() {
        return status == ExecutionStatus.RUNNING || events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().timestamp());
    }

    /** JSON text; empty unless it succeeded. */
    public Optional<String> output() {
        return end("output");
    }

    public Optional<String> error() {
        return end("error");
    }

    public Optional<String> cause() {
        return end("cause");
    }

    public int redriveCount() {
        return (int) events.stream()
                .filter(event -> event.type() == EventType.EXECUTION_REDRIVEN)
                .count();
    }

    private Optional<String> end(String detail) {
        return events.isEmpty() || events.getLast().type().endStatus() == null
                ? Optional.empty()
                : events.getLast().text(detail);
    }
}
