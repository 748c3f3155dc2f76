package candor.statemachine;

import candor.statemachine.definition.ErrorNames;
import candor.statemachine.expression.JsonText;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Step Functions' bound on whatever goes into a state, comes out of it, or is assigned: 256 KiB of UTF-8. */
final class Quota {

    static final int BYTES = 256 * 1024;

    private Quota() {}

    static boolean exceeds(String text) {
        return text.length() > BYTES || text.getBytes(StandardCharsets.UTF_8).length > BYTES;
    }

    /** @param what for the message, as in {@code output} */
    static JsonNode check(String state, String what, JsonNode value) throws StateFailed {
        if (exceeds(JsonText.write(value))) {
            throw exceeded(state, what);
        }
        return value;
    }

    static StateFailed exceeded(String state, String what) {
        return new StateFailed(
                ErrorNames.DATA_LIMIT,
                "The " + what + " of the state '" + state + "' is larger than " + BYTES
                        + " bytes; hand over a key to the data instead.");
    }
}
