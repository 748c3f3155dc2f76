package candor.statemachine;

import candor.statemachine.definition.State;
import candor.statemachine.expression.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The details of events, by the names of the Step Functions API. */
final class EventDetails {

    private EventDetails() {}

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode started(String input, String roleArn) {
        return none().put("input", input).put("roleArn", roleArn);
    }

    static ObjectNode redriven(int count) {
        return none().put("redriveCount", count);
    }

    static ObjectNode output(String output) {
        return none().put("output", output);
    }

    static ObjectNode entered(Visit visit) {
        return named(visit).put("input", JsonText.write(visit.input()));
    }

    static ObjectNode exited(Visit visit, Outcome outcome) {
        ObjectNode details = named(visit).put("output", JsonText.write(outcome.output()));
        if (!outcome.assigned().isEmpty()) {
            ObjectNode variables = details.putObject("assignedVariables");
            outcome.assigned()
                    .properties()
                    .forEach(variable -> variables.put(variable.getKey(), JsonText.write(variable.getValue())));
        }
        if (outcome.next() != null) {
            details.put("next", outcome.next());
        }
        return details;
    }

    static ObjectNode parallelStarted(Visit visit) {
        return named(visit);
    }

    static ObjectNode mapStarted(Visit visit, int length) {
        return named(visit).put("length", length);
    }

    static ObjectNode iteration(String map, int index) {
        return none().put("name", map).put("index", index);
    }

    static ObjectNode mapRunStarted(Visit visit, String arn) {
        return named(visit).put("mapRunArn", arn);
    }

    static ObjectNode mapRunRedriven(Visit visit, String arn, int count) {
        return mapRunStarted(visit, arn).put("redriveCount", count);
    }

    static ObjectNode mapRunFailed(Visit visit, StateFailed failure) {
        ObjectNode details = named(visit);
        details.setAll(failure.eventDetails());
        return details;
    }

    private static ObjectNode named(Visit visit) {
        ObjectNode details = none().put("name", visit.state().name());
        String iteration = visit.flow().place().iteration();
        return iteration.isEmpty() ? details : details.put("iteration", iteration);
    }

    static ObjectNode evaluationFailed(String state, String location, StateFailed failure) {
        return failure.eventDetails().put("state", state).put("location", location);
    }

    static ObjectNode task(State.Task task) {
        return none().put("resourceType", "lambda")
                .put("resource", task.waitsForToken() ? "invoke.waitForTaskToken" : "invoke");
    }

    /** Of a task that starts an execution and waits for it. */
    static ObjectNode nested() {
        return none().put("resourceType", "states").put("resource", "startExecution.sync:2");
    }

    static ObjectNode nestedScheduled(JsonNode parameters, @Nullable Duration timeout) {
        ObjectNode details = nested().put("region", "local").put("parameters", JsonText.write(parameters));
        return timeout == null ? details : details.put("timeoutInSeconds", timeout.toSeconds());
    }

    static ObjectNode nestedOutput(JsonNode output) {
        return nested().put("output", JsonText.write(output));
    }

    static ObjectNode nestedFailed(StateFailed failure) {
        ObjectNode details = nested();
        details.setAll(failure.eventDetails());
        return details;
    }

    static ObjectNode taskScheduled(
            State.Task task, JsonNode parameters, @Nullable Duration timeout, @Nullable Duration heartbeat) {
        ObjectNode details = task(task).put("region", "local").put("parameters", JsonText.write(parameters));
        if (timeout != null) {
            details.put("timeoutInSeconds", timeout.toSeconds());
        }
        if (heartbeat != null) {
            details.put("heartbeatInSeconds", heartbeat.toSeconds());
        }
        return details;
    }

    /** Of a task that succeeded, or that was submitted and waits. */
    static ObjectNode taskOutput(State.Task task, JsonNode output) {
        return task(task).put("output", JsonText.write(output));
    }

    static ObjectNode taskFailed(State.Task task, StateFailed failure) {
        ObjectNode details = task(task);
        details.setAll(failure.eventDetails());
        return details;
    }
}
