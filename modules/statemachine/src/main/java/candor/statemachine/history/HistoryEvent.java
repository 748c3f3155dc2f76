package candor.statemachine.history;

import candor.statemachine.expression.JsonText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of an execution.
 *
 * @param id counted from 1 without gaps
 * @param previousEventId the event that this one follows in its own branch; 0 for the first
 * @param details by the API's field names; states' inputs and outputs are JSON text, as there
 */
public record HistoryEvent(long id, long previousEventId, Instant timestamp, EventType type, ObjectNode details) {

    /** The state's name in events of entering, exiting and failing to evaluate a state. */
    public Optional<String> state() {
        return text(type == EventType.EVALUATION_FAILED ? "state" : "name");
    }

    /** A detail that is a string, as {@code error}, {@code cause}, {@code input} or {@code output}. */
    public Optional<String> text(String detail) {
        JsonNode value = details.get(detail);
        return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** As the API's JSON, on one line. */
    public String toJson() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id);
        line.put("previousEventId", previousEventId);
        line.put("timestamp", timestamp.toString());
        line.put("type", type.apiName());
        if (!type.detailsKey().isEmpty()) {
            line.set(type.detailsKey(), details);
        }
        return JsonText.write(line);
    }

    /** Throws IllegalArgumentException for a line that {@link #toJson} did not write. */
    public static HistoryEvent parse(String line) {
        JsonNode node = JsonText.parse(line);
        EventType type = EventType.of(node.path("type").asString(""));
        JsonNode details = node.path(type.detailsKey());
        return new HistoryEvent(
                node.path("id").asLong(0),
                node.path("previousEventId").asLong(0),
                timestamp(node.path("timestamp").asString("")),
                type,
                details instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    private static Instant timestamp(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("bad timestamp: '" + text + "'", e);
        }
    }
}
