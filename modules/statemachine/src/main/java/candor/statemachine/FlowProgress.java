package candor.statemachine;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How far a flow has come.
 *
 * @param variables that the flow itself has assigned
 */
record FlowProgress(Position position, Map<String, JsonNode> variables) {

    static final FlowProgress FRESH = new FlowProgress(new Position.Fresh(), Map.of());

    FlowProgress {
        variables = Map.copyOf(variables);
    }

    boolean isFresh() {
        return position instanceof Position.Fresh;
    }

    /** Where a flow stands. */
    sealed interface Position {

        record Fresh() implements Position {}

        /** Between two states. */
        record Before(String state, JsonNode input) implements Position {}

        /** The state was entered and not left: it failed, or the process died in it. */
        record Inside(String state, JsonNode input, Instant since) implements Position {}

        record Complete(JsonNode output) implements Position {}
    }
}
