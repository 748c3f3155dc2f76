package candor.statemachine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a state was left.
 *
 * @param assigned variables by name
 * @param next null where the flow ends
 */
record Outcome(
        JsonNode output, ObjectNode assigned, @Nullable String next) {}
