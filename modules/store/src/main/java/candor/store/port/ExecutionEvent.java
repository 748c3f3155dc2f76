package candor.store.port;

import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One event of an execution's history, as the Step Functions API tells it.
 *
 * @param id counted from 1 without gaps
 * @param previousId the event that this one follows in its own branch; 0 for the first
 * @param type as in {@code TaskStateEntered}
 * @param details by the API's names; inputs and outputs are JSON text, as there
 * @param json the API's JSON, on one line
 */
public record ExecutionEvent(
        long id, long previousId, Instant timestamp, String type, SortedMap<String, String> details, String json) {

    private static final String DETAILS = "EventDetails";

    /** Parses the API's JSON; the time may be text or, as on the wire, seconds since 1970. */
    public static ExecutionEvent parse(String json) {
        return of(Json.readTree(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same from the JSON's tree. */
    public static ExecutionEvent of(JsonNode event) {
        SortedMap<String, String> details = new TreeMap<>();
        event.properties().stream()
                .filter(field -> field.getKey().endsWith(DETAILS))
                .flatMap(field -> field.getValue().properties().stream())
                .filter(detail -> !detail.getValue().isContainer())
                .forEach(
                        detail -> details.put(detail.getKey(), detail.getValue().asString("")));
        JsonNode time = event.path("timestamp");
        return new ExecutionEvent(
                event.path("id").asLong(0),
                event.path("previousEventId").asLong(0),
                time.isNumber()
                        ? Instant.ofEpochMilli(Math.round(time.doubleValue() * 1000))
                        : Instant.parse(time.asString("")),
                event.path("type").asString(""),
                details,
                new String(Json.writeLine(event), StandardCharsets.UTF_8));
    }

    /** As in {@code error}, {@code cause}, {@code input} or {@code output}. */
    public Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name));
    }

    public boolean entersState() {
        return type.endsWith("StateEntered");
    }

    public boolean exitsState() {
        return type.endsWith("StateExited");
    }

    /** The name of the state, in events that tell one. */
    public Optional<String> state() {
        return detail(type.equals("EvaluationFailed") ? "state" : "name");
    }
}
