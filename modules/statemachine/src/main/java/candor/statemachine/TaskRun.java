package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.definition.State;
import candor.statemachine.expression.JsonText;
import candor.statemachine.expression.Template;
import candor.statemachine.history.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One attempt at a Task: its function is invoked and, where the task waits for its token, the token's answer awaited. */
final class TaskRun {

    private final Visit visit;
    private final State.Task task;

    private TaskRun(Visit visit, State.Task task) {
        this.visit = visit;
        this.task = task;
    }

    static JsonNode attempt(Visit visit, State.Task task) throws StateFailed, InterruptedException {
        return new TaskRun(visit, task).run();
    }

    private JsonNode run() throws StateFailed, InterruptedException {
        String token = task.waitsForToken() ? visit.newToken() : "";
        JsonNode arguments = task.arguments() == null ? visit.input() : visit.evaluate(task.arguments(), Map.of());
        Quota.check(task.name(), "Arguments", arguments);
        JsonNode function = arguments.path("FunctionName");
        if (!function.isString()) {
            throw new StateFailed(
                    ErrorNames.RUNTIME,
                    "The Arguments of the state '" + task.name() + "' name no FunctionName: " + arguments);
        }
        Duration timeout = seconds(task.timeoutSeconds());
        Duration heartbeat = seconds(task.heartbeatSeconds());
        visit.record(EventType.TASK_SCHEDULED, EventDetails.taskScheduled(task, arguments, timeout, heartbeat));
        visit.record(EventType.TASK_STARTED, EventDetails.task(task));
        Instant started = visit.run().now();
        JsonNode result = result(invoke(function.stringValue(), payload(arguments), timeout));
        if (task.waitsForToken()) {
            visit.record(EventType.TASK_SUBMITTED, EventDetails.taskOutput(task, result));
            result = await(token, started, timeout, heartbeat);
        }
        visit.record(EventType.TASK_SUCCEEDED, EventDetails.taskOutput(task, result));
        return result;
    }

    private @Nullable Duration seconds(@Nullable Template template) throws StateFailed {
        return template == null
                ? null
                : Duration.ofSeconds(visit.evaluateWhole(template, 1, StateRuns.LONGEST_SECONDS));
    }

    private static String payload(JsonNode arguments) {
        JsonNode payload = arguments.get("Payload");
        return payload == null ? "{}" : JsonText.write(payload);
    }

    private String invoke(String function, String payload, @Nullable Duration timeout)
            throws StateFailed, InterruptedException {
        try {
            return visit.run().invoker().invoke(function, payload, visit.run().withinDeadline(longest(timeout)));
        } catch (InvocationFailed e) {
            visit.run().checkDeadline();
            throw failed(new StateFailed(e.error(), e.errorCause()));
        } catch (InterruptedException e) {
            visit.record(EventType.TASK_STATE_ABORTED, EventDetails.none());
            throw e;
        }
    }

    private static Duration longest(@Nullable Duration timeout) {
        return timeout == null ? Duration.ofSeconds(StateRuns.LONGEST_SECONDS) : timeout;
    }

    /** What the optimised integration makes of a function's answer. */
    private JsonNode result(String answer) throws StateFailed {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ExecutedVersion", "$LATEST");
        result.set(
                "Payload",
                answer.isEmpty()
                        ? JsonNodeFactory.instance.nullNode()
                        : json(answer, "Lambda.Unknown", "The function of the state '" + task.name() + "' answered "));
        return result.put("StatusCode", 200);
    }

    private JsonNode json(String text, String error, String message) throws StateFailed {
        if (Quota.exceeds(text)) {
            throw failed(Quota.exceeded(task.name(), "result"));
        }
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            throw failed(new StateFailed(error, message + e.getMessage()));
        }
    }

    /** TimeoutSeconds counts from the attempt's start, HeartbeatSeconds from the last sign of life. */
    private JsonNode await(String token, Instant started, @Nullable Duration timeout, @Nullable Duration heartbeat)
            throws StateFailed, InterruptedException {
        Instant end = started.plus(longest(timeout));
        while (true) {
            Duration left = Duration.between(visit.run().now(), end);
            Duration time = heartbeat == null || left.compareTo(heartbeat) < 0 ? left : heartbeat;
            switch (next(token, visit.run().withinDeadline(time))) {
                case TaskTokens.Sent.Heartbeat _ -> {}
                case TaskTokens.Sent.Success(String output) -> {
                    return json(output, ErrorNames.RUNTIME, "What was sent for the token is ");
                }
                case TaskTokens.Sent.Failure(String error, String cause) -> throw failed(new StateFailed(error, cause));
            }
        }
    }

    private TaskTokens.Sent next(String token, Duration time) throws StateFailed, InterruptedException {
        try {
            if (time.isPositive()) {
                var sent = visit.run().tokens().next(token, time);
                if (sent.isPresent()) {
                    return sent.get();
                }
            }
        } catch (InterruptedException e) {
            visit.record(EventType.TASK_STATE_ABORTED, EventDetails.none());
            throw e;
        }
        visit.run().checkDeadline();
        throw failed(new StateFailed(ErrorNames.TIMEOUT, ""));
    }

    private StateFailed failed(StateFailed failure) {
        boolean late = failure.error().equals(ErrorNames.TIMEOUT);
        visit.record(late ? EventType.TASK_TIMED_OUT : EventType.TASK_FAILED, EventDetails.taskFailed(task, failure));
        return failure;
    }
}
