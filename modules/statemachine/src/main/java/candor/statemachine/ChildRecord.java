package candor.statemachine;

import candor.statemachine.definition.ExecutionType;
import candor.statemachine.definition.ResultWriter;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.PlannedChild;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a Map run's results show a child, with the fields that AWS was recorded to write, in the order of their names. */
final class ChildRecord {

    private ChildRecord() {}

    /** A child that ended: none, one or more values, as the transformation has it. */
    static Stream<JsonNode> of(Execution child, ResultWriter.Transformation transformation) {
        if (child.status() != ExecutionStatus.SUCCEEDED || transformation == ResultWriter.Transformation.NONE) {
            return Stream.of(ExecutionRecord.of(child, new InFile()));
        }
        JsonNode output = JsonText.parse(child.output().orElse("null"));
        return transformation == ResultWriter.Transformation.FLATTEN && output instanceof ArrayNode values
                ? values.valueStream()
                : Stream.of(output);
    }

    /** A child that was never started. */
    static JsonNode pending(PlannedChild child) {
        ObjectNode pending = JsonNodeFactory.instance.objectNode().put("Input", child.input());
        pending.putObject("InputDetails").put("Included", true);
        return pending.put("Status", "PENDING");
    }

    /** Payloads as text, times as in ISO 8601; a child is redriven by its Map run alone. */
    private static final class InFile implements ExecutionRecord.Form {

        @Override
        public JsonNode payload(String json) {
            return JsonNodeFactory.instance.stringNode(json);
        }

        @Override
        public JsonNode time(Instant at) {
            return JsonNodeFactory.instance.stringNode(at.toString());
        }

        @Override
        public void putRedriveStatus(ObjectNode record, Execution child) {
            if (child.status() != ExecutionStatus.SUCCEEDED) {
                record.put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
            } else if (child.header().machine().type() == ExecutionType.STANDARD) {
                record.put("RedriveStatus", "NOT_REDRIVABLE");
                record.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
            }
        }
    }

    /** As one text, in the form of a file. */
    static String text(List<JsonNode> records, ResultWriter.OutputType type) {
        return switch (type) {
            case JSON -> JsonText.write(JsonNodeFactory.instance.arrayNode().addAll(records));
            case JSONL -> {
                StringBuilder lines = new StringBuilder();
                records.forEach(record -> lines.append(JsonText.write(record)).append('\n'));
                yield lines.toString();
            }
        };
    }
}
