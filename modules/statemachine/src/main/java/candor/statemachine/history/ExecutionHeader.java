package candor.statemachine.history;

import candor.statemachine.definition.ExecutionType;
import candor.statemachine.definition.InvalidDefinition;
import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code execution.json}: what an execution is from its start on, the definition's text included, so that a redrive runs
 * the definition that was started.
 *
 * @param input JSON text
 */
public record ExecutionHeader(String name, StateMachine machine, String input, Instant startDate) {

    private static final String FORMAT = "candor/execution/1";

    String toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("name", name);
        node.put("executionArn", machine.executionArn(name));
        node.put("stateMachineName", machine.name());
        node.put("stateMachineArn", machine.arn());
        if (machine.type() != ExecutionType.STANDARD) {
            node.put("stateMachineType", machine.type().name());
        }
        node.put("startDate", startDate.toString());
        node.put("input", input);
        node.put("definitionSha256", machine.definitionSha256());
        node.put("definition", machine.definition());
        return LineSeal.on(JsonText.write(node)) + "\n";
    }

    /** @param source for messages */
    static ExecutionHeader parse(String text, String source) throws IOException {
        try {
            LineSeal.check(text.stripTrailing());
            JsonNode node = JsonText.parse(text);
            String format = node.path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new IOException(source + ": format is '" + format + "', this version reads " + FORMAT);
            }
            StateMachine machine = StateMachine.read(
                    node.path("stateMachineName").asString(""),
                    ExecutionType.valueOf(node.path("stateMachineType").asString(ExecutionType.STANDARD.name())),
                    node.path("definition").asString(""));
            if (!machine.definitionSha256().equals(node.path("definitionSha256").asString(""))) {
                throw new IOException(
                        source + ": the definition is not the one that was started (its SHA-256 differs)");
            }
            return new ExecutionHeader(
                    node.path("name").asString(""),
                    machine,
                    node.path("input").asString(""),
                    Instant.parse(node.path("startDate").asString("")));
        } catch (IllegalArgumentException | InvalidDefinition | DateTimeParseException e) {
            throw new IOException(source + ": " + e.getMessage(), e);
        }
    }
}
