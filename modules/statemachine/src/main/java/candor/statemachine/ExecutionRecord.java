package candor.statemachine;

import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionHeader;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An execution as Step Functions describes it to other executions, with the fields that AWS was recorded to write, in the
 * order of their names.
 */
final class ExecutionRecord {

    /** What differs between a nested execution's answer and a Map run's result file. */
    interface Form {

        /** Input and output, given as JSON text. */
        JsonNode payload(String json);

        JsonNode time(Instant at);

        /** Puts {@code RedriveStatus}, and {@code RedriveStatusReason} where there is one. */
        void putRedriveStatus(ObjectNode record, Execution execution);
    }

    private ExecutionRecord() {}

    static ObjectNode of(Execution execution, Form form) {
        ExecutionHeader header = execution.header();
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        execution.cause().ifPresent(cause -> record.put("Cause", cause));
        execution.error().ifPresent(error -> record.put("Error", error));
        record.put("ExecutionArn", header.machine().executionArn(execution.name()));
        record.set("Input", form.payload(header.input()));
        record.putObject("InputDetails").put("Included", true);
        record.put("Name", execution.name());
        execution.output().ifPresent(output -> {
            record.set("Output", form.payload(output));
            record.putObject("OutputDetails").put("Included", true);
        });
        record.put("RedriveCount", execution.redriveCount());
        form.putRedriveStatus(record, execution);
        record.set("StartDate", form.time(header.startDate()));
        record.put("StateMachineArn", header.machine().arn());
        record.put("Status", execution.status().name());
        execution.stopDate().ifPresent(stop -> record.set("StopDate", form.time(stop)));
        return record;
    }
}
