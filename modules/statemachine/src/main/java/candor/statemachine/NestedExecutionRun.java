package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.State;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionHeader;
import candor.statemachine.history.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One attempt at a Task that starts an execution of another machine; its result is that execution's description. */
final class NestedExecutionRun {

    private final Visit visit;
    private final State.StartExecution state;

    private NestedExecutionRun(Visit visit, State.StartExecution state) {
        this.visit = visit;
        this.state = state;
    }

    static JsonNode attempt(Visit visit, State.StartExecution state) throws StateFailed, InterruptedException {
        return new NestedExecutionRun(visit, state).run();
    }

    private JsonNode run() throws StateFailed, InterruptedException {
        JsonNode arguments = Quota.check(state.name(), "Arguments", visit.evaluate(state.arguments(), Map.of()));
        Duration timeout = state.timeoutSeconds() == null
                ? null
                : Duration.ofSeconds(visit.evaluateWhole(state.timeoutSeconds(), 1, StateRuns.LONGEST_SECONDS));
        String machine = text(arguments, "StateMachineArn");
        String name = arguments.has("Name") ? text(arguments, "Name") : null;
        String input = arguments.has("Input") ? JsonText.write(arguments.get("Input")) : "{}";
        visit.record(EventType.TASK_SCHEDULED, EventDetails.nestedScheduled(arguments, timeout));
        visit.record(EventType.TASK_STARTED, EventDetails.nested());
        return ended(execute(
                machine, name, input, timeout == null ? Duration.ofSeconds(StateRuns.LONGEST_SECONDS) : timeout));
    }

    private String text(JsonNode arguments, String field) throws StateFailed {
        JsonNode value = arguments.path(field);
        if (!value.isString()) {
            throw new StateFailed(
                    ErrorNames.RUNTIME,
                    "The Arguments of the state '" + state.name() + "' name no " + field + ": " + arguments);
        }
        return value.stringValue();
    }

    private Execution execute(String machine, @Nullable String name, String input, Duration timeout)
            throws StateFailed, InterruptedException {
        try {
            return visit.run().nested().run(machine, name, input, visit.run().withinDeadline(timeout), this::submitted);
        } catch (InvocationFailed e) {
            visit.run().checkDeadline();
            throw failed(new StateFailed(e.error(), e.errorCause()));
        } catch (InterruptedException e) {
            visit.record(EventType.TASK_STATE_ABORTED, EventDetails.none());
            throw e;
        }
    }

    private void submitted(ExecutionHeader header) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("ExecutionArn", header.machine().executionArn(header.name()));
        output.put("StartDate", header.startDate().toEpochMilli());
        visit.record(EventType.TASK_SUBMITTED, EventDetails.nestedOutput(output));
    }

    private JsonNode ended(Execution execution) throws StateFailed {
        JsonNode described = ExecutionRecord.of(execution, new InAnswer());
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw failed(new StateFailed(ErrorNames.TASK_FAILED, JsonText.write(described)));
        }
        if (Quota.exceeds(JsonText.write(described))) {
            throw failed(Quota.exceeded(state.name(), "result"));
        }
        visit.record(EventType.TASK_SUCCEEDED, EventDetails.nestedOutput(described));
        return described;
    }

    private StateFailed failed(StateFailed failure) {
        boolean late = failure.error().equals(ErrorNames.TIMEOUT);
        visit.record(late ? EventType.TASK_TIMED_OUT : EventType.TASK_FAILED, EventDetails.nestedFailed(failure));
        return failure;
    }

    /** Payloads as JSON, times in milliseconds. */
    private static final class InAnswer implements ExecutionRecord.Form {

        @Override
        public JsonNode payload(String json) {
            return JsonText.parse(json);
        }

        @Override
        public JsonNode time(Instant at) {
            return JsonNodeFactory.instance.numberNode(at.toEpochMilli());
        }

        @Override
        public void putRedriveStatus(ObjectNode record, Execution execution) {
            boolean redrivable = execution.status().isRedrivable();
            record.put("RedriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
            if (!redrivable) {
                record.put("RedriveStatusReason", "Execution is " + execution.status() + " and cannot be redriven");
            }
        }
    }
}
