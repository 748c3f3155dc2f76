package candor.local.statemachine;

import candor.local.statemachine.expression.JsonText;
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

    static ObjectNode entered(String name, JsonNode input) {
        return none().put("name", name).put("input", JsonText.write(input));
    }

    static ObjectNode exited(String name, Outcome outcome) {
        ObjectNode details = none().put("name", name).put("output", JsonText.write(outcome.output()));
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

    static ObjectNode parallelStarted(String name) {
        return none().put("name", name);
    }

    static ObjectNode evaluationFailed(String state, String location, StateFailed failure) {
        return failure.eventDetails().put("state", state).put("location", location);
    }

    static ObjectNode task() {
        return none().put("resourceType", "lambda").put("resource", "invoke");
    }

    static ObjectNode taskScheduled(JsonNode parameters, @Nullable Duration timeout) {
        ObjectNode details = task().put("region", "local").put("parameters", JsonText.write(parameters));
        if (timeout != null) {
            details.put("timeoutInSeconds", timeout.toSeconds());
        }
        return details;
    }

    static ObjectNode taskSucceeded(JsonNode output) {
        return task().put("output", JsonText.write(output));
    }

    static ObjectNode taskFailed(StateFailed failure) {
        ObjectNode details = task();
        details.setAll(failure.eventDetails());
        return details;
    }
}
