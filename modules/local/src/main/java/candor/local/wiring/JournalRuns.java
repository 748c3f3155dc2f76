package candor.local.wiring;

import candor.local.console.RunsView;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The runs that the console shows, read from the executions' histories. */
public final class JournalRuns implements RunsView {

    private final Executions executions;

    public JournalRuns(Executions executions) {
        this.executions = executions;
    }

    @Override
    public List<RunLine> latest(int limit) {
        return executions.list().executions().stream()
                .limit(limit)
                .map(JournalRuns::line)
                .toList();
    }

    @Override
    public Optional<RunDetail> find(String execution) {
        return executions.find(execution).map(JournalRuns::detail);
    }

    private static RunLine line(Execution execution) {
        JsonNode input = Payloads.parse(execution.header().input());
        return new RunLine(
                execution.name(),
                input.path("symbol").stringValue(""),
                input.path("asOf").stringValue(null),
                RunStatus.valueOf(execution.status().name()),
                execution.header().startDate(),
                execution.stopDate().orElse(null));
    }

    private static RunDetail detail(Execution execution) {
        boolean failed =
                execution.status() != ExecutionStatus.RUNNING && execution.status() != ExecutionStatus.SUCCEEDED;
        Failure failure = failed
                ? new Failure(
                        execution.error().orElse(execution.status().name()),
                        Payloads.reason(execution.cause().orElse("")))
                : null;
        return new RunDetail(line(execution), failure, states(execution));
    }

    private static List<StateLine> states(Execution execution) {
        List<Visit> visits = new ArrayList<>();
        Map<Long, Visit> byEvent = new HashMap<>();
        Map<String, Visit> lastOfState = new HashMap<>();
        for (HistoryEvent event : execution.events()) {
            String state = event.state().orElse("");
            Visit visit;
            if (event.type().entersState()) {
                visit = new Visit(event);
                visits.add(visit);
                lastOfState.put(state, visit);
            } else {
                // Where branches join, the event before an exit is a branch's: the name tells whose exit it is.
                visit = event.type().exitsState() ? lastOfState.get(state) : byEvent.get(event.previousEventId());
            }
            if (visit != null) {
                visit.take(event);
                byEvent.put(event.id(), visit);
            }
        }
        return visits.stream().map(visit -> visit.toLine(execution.status())).toList();
    }

    /** One visit of a state, as its events come in. */
    private static final class Visit {

        private final HistoryEvent entered;
        private int attempts;
        private @Nullable HistoryEvent exited;
        private @Nullable Failure failure;

        Visit(HistoryEvent entered) {
            this.entered = entered;
        }

        void take(HistoryEvent event) {
            if (event.type() == EventType.TASK_SCHEDULED) {
                attempts++;
            } else if (event.type() == EventType.TASK_FAILED || event.type() == EventType.TASK_TIMED_OUT) {
                failure = new Failure(
                        event.text("error").orElse(""),
                        Payloads.reason(event.text("cause").orElse("")));
            } else if (event.type().exitsState()) {
                exited = event;
            }
        }

        StateLine toLine(ExecutionStatus execution) {
            JsonNode output = exited == null
                    ? Payloads.parse("")
                    : Payloads.parse(exited.text("output").orElse(""));
            boolean answered = output.path("summary").isString();
            Instant end = exited == null ? null : exited.timestamp();
            return new StateLine(
                    entered.state().orElse(""),
                    status(execution, answered),
                    entered.timestamp(),
                    end,
                    Math.max(1, attempts),
                    output.path("reused").booleanValue(false),
                    output.path("summary").stringValue(""),
                    failure);
        }

        private StateStatus status(ExecutionStatus execution, boolean answered) {
            if (exited != null) {
                return failure != null && !answered ? StateStatus.CAUGHT : StateStatus.SUCCEEDED;
            }
            return switch (execution) {
                case RUNNING -> StateStatus.RUNNING;
                case ABORTED -> StateStatus.ABORTED;
                default -> failure == null ? StateStatus.ABORTED : StateStatus.FAILED;
            };
        }
    }
}
