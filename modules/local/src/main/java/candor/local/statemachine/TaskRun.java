package candor.local.statemachine;

import candor.local.statemachine.definition.ErrorNames;
import candor.local.statemachine.definition.State;
import candor.local.statemachine.expression.JsonText;
import candor.local.statemachine.history.EventType;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One invocation of a Task's function. */
final class TaskRun {

    private TaskRun() {}

    static JsonNode attempt(Visit visit, State.Task task) throws StateFailed, InterruptedException {
        JsonNode arguments = task.arguments() == null ? visit.input() : visit.evaluate(task.arguments(), Map.of());
        Quota.check(task.name(), "Arguments", arguments);
        JsonNode function = arguments.path("FunctionName");
        if (!function.isString()) {
            throw new StateFailed(
                    ErrorNames.RUNTIME,
                    "The Arguments of the state '" + task.name() + "' name no FunctionName: " + arguments);
        }
        Duration timeout = timeout(visit, task);
        visit.record(EventType.TASK_SCHEDULED, EventDetails.taskScheduled(arguments, timeout));
        visit.record(EventType.TASK_STARTED, EventDetails.task());
        JsonNode result = invoke(visit, function.stringValue(), payload(arguments), timeout);
        visit.record(EventType.TASK_SUCCEEDED, EventDetails.taskSucceeded(result));
        return result;
    }

    private static @Nullable Duration timeout(Visit visit, State.Task task) throws StateFailed {
        return task.timeoutSeconds() == null
                ? null
                : Duration.ofSeconds(visit.evaluateWhole(task.timeoutSeconds(), 1, StateRuns.LONGEST_SECONDS));
    }

    private static String payload(JsonNode arguments) {
        JsonNode payload = arguments.get("Payload");
        return payload == null ? "{}" : JsonText.write(payload);
    }

    private static JsonNode invoke(Visit visit, String function, String payload, @Nullable Duration timeout)
            throws StateFailed, InterruptedException {
        Duration allowed =
                visit.run().withinDeadline(timeout == null ? Duration.ofSeconds(StateRuns.LONGEST_SECONDS) : timeout);
        try {
            String answer = visit.run().invoker().invoke(function, payload, allowed);
            return result(visit, answer);
        } catch (InvocationFailed e) {
            visit.run().checkDeadline();
            throw failed(visit, new StateFailed(e.error(), e.errorCause()));
        } catch (InterruptedException e) {
            visit.record(EventType.TASK_STATE_ABORTED, EventDetails.none());
            throw e;
        }
    }

    /** What the optimised integration makes of a function's answer. */
    private static JsonNode result(Visit visit, String answer) throws StateFailed {
        String state = visit.state().name();
        if (Quota.exceeds(answer)) {
            throw failed(visit, Quota.exceeded(state, "result"));
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ExecutedVersion", "$LATEST");
        try {
            result.set("Payload", answer.isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonText.parse(answer));
        } catch (IllegalArgumentException e) {
            throw failed(
                    visit,
                    new StateFailed(
                            "Lambda.Unknown", "The function of the state '" + state + "' answered " + e.getMessage()));
        }
        return result.put("StatusCode", 200);
    }

    private static StateFailed failed(Visit visit, StateFailed failure) {
        boolean late = failure.error().equals(ErrorNames.TIMEOUT);
        visit.record(late ? EventType.TASK_TIMED_OUT : EventType.TASK_FAILED, EventDetails.taskFailed(failure));
        return failure;
    }
}
