package candor.statemachine.expression;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON text and its tree; reading rejects duplicate keys and anything after the value. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** Throws IllegalArgumentException with line and column where the text is not one JSON value. */
    public static JsonNode parse(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            String at = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage() + at, e);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("not JSON: the text is empty");
        }
        return node;
    }

    /** On one line, without blanks between tokens. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
