package candor.store.run;

import candor.store.json.Json;
import candor.store.port.ExecutionEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an execution's history tells. */
public final class History {

    /** What follows on a task that was waiting when its execution was stopped. */
    private static final Set<String> STOP = Set.of("TaskStateAborted", "ExecutionAborted");

    private History() {}

    /**
     * The state that the last of the events stands in: of an execution that failed, the one that failed it.
     *
     * @param events in any order; the last ones suffice
     */
    public static Optional<String> stateOfLast(List<ExecutionEvent> events) {
        Map<Long, ExecutionEvent> byId = new HashMap<>();
        ExecutionEvent event = null;
        for (ExecutionEvent other : events) {
            byId.put(other.id(), other);
            event = event == null || other.id() > event.id() ? other : event;
        }
        while (event != null && !event.entersState()) {
            event = byId.get(event.previousId());
        }
        return Optional.ofNullable(event).flatMap(ExecutionEvent::state);
    }

    /**
     * A task that waits for a person.
     *
     * @param token what the answer is sent for
     * @param summary what the person is asked
     */
    public record Waiting(String token, String summary) {}

    /**
     * The task that waits for a person, or did when the execution was stopped; empty where none does.
     *
     * @param events all of them, in the order of ids
     */
    public static Optional<Waiting> waiting(List<ExecutionEvent> events) {
        int last = events.size() - 1;
        while (last >= 0 && STOP.contains(events.get(last).type())) {
            last--;
        }
        if (last < 0 || !events.get(last).type().equals("TaskSubmitted")) {
            return Optional.empty();
        }
        String summary = tree(events.get(last).details().get("output"))
                .at("/Payload/summary")
                .asString("");
        for (ExecutionEvent event : events.subList(0, last).reversed()) {
            if (event.type().equals("TaskScheduled")) {
                JsonNode token = tree(event.details().get("parameters")).at("/Payload/approval/token");
                return token.isString() ? Optional.of(new Waiting(token.stringValue(), summary)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static JsonNode tree(@Nullable String json) {
        return Json.readTree((json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8));
    }
}
