package candor.function.predict;

import candor.serving.api.ApiRequest;
import candor.serving.api.ApiResponse;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The proxy events of API Gateway's REST APIs (payload format 1.0). */
final class ProxyEvent {

    private ProxyEvent() {}

    /** Parses an event; throws {@link RequestRefused} where it is none. */
    static ApiRequest read(byte[] event) {
        JsonNode tree;
        try {
            tree = Json.readTree(event);
        } catch (JacksonException e) {
            throw new RequestRefused("the event is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!tree.path("httpMethod").isString() || !tree.path("path").isString()) {
            throw new RequestRefused(
                    "the event lacks 'httpMethod' or 'path': it must be a proxy event of a REST API, as"
                            + " events/predict.json");
        }
        return new ApiRequest(
                tree.path("httpMethod").stringValue(),
                decoded(tree.path("path").stringValue()),
                strings(tree.path("queryStringParameters")),
                header(tree.path("headers"), "if-none-match"),
                header(tree.path("headers"), "content-type"),
                body(tree));
    }

    /** The event that API Gateway makes of a request, as far as {@link #read} looks at it. */
    static byte[] of(ApiRequest request) {
        Map<String, Object> event = new TreeMap<>();
        event.put("httpMethod", request.method());
        event.put("path", request.path());
        if (request.body() != null) {
            event.put("headers", Map.of("Content-Type", String.valueOf(request.contentType())));
            event.put("body", request.body());
        }
        return Json.writeLine(event);
    }

    static byte[] write(ApiResponse response) {
        return Json.writeLine(new Answer(response.status(), response.headers(), response.body(), false));
    }

    /** The path as the caller meant it: API Gateway hands {@code %5EGSPC} on as it came. A plus is a plus in a path. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private static @Nullable String body(JsonNode tree) {
        JsonNode body = tree.path("body");
        if (!body.isString()) {
            return null;
        }
        if (!tree.path("isBase64Encoded").asBoolean(false)) {
            return body.stringValue();
        }
        try {
            return new String(Base64.getDecoder().decode(body.stringValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the event's body is said to be Base64 and is not: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString()));
        return strings;
    }

    private static @Nullable String header(JsonNode headers, String name) {
        return headers.properties().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(entry -> entry.getValue().asString())
                .findFirst()
                .orElse(null);
    }

    private record Answer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}
}
