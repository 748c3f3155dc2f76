package candor.local.wiring;

import candor.store.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what states and functions say: JSON mostly, but nothing here may fail on what is none. */
public final class Payloads {

    private Payloads() {}

    /** The JSON, or an empty object where the text is none. */
    public static JsonNode parse(String text) {
        try {
            return Json.readTree((text.isEmpty() ? "{}" : text).getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Json.readTree("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The message in a failure's cause: Lambda's is JSON around it, and around the error's name where it has none. */
    public static String reason(String cause) {
        JsonNode told = parse(cause);
        return told.path("errorMessage").stringValue(told.path("errorType").stringValue(cause));
    }
}
