package candor.function.predict;

import candor.serving.api.ApiRequest;
import candor.serving.api.ApiResponse;
import candor.serving.api.RequestBody;
import candor.serving.api.RequestTarget;
import candor.serving.api.UnreadableRequest;
import candor.store.failure.RequestRefused;
import candor.store.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The proxy events of API Gateway's REST APIs (payload format 1.0). */
final class ProxyEvent {

    private ProxyEvent() {}

    private static JsonNode parsed(byte[] event) {
        try {
            return Json.readTree(event);
        } catch (JacksonException e) {
            throw new RequestRefused("the event is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The request of an event; throws {@link RequestRefused} where it is none of a REST API's. */
    static ApiRequest read(byte[] event) throws UnreadableRequest {
        return read(parsed(event));
    }

    private static ApiRequest read(JsonNode tree) throws UnreadableRequest {
        if (!tree.path("httpMethod").isString() || !tree.path("path").isString()) {
            throw new RequestRefused(
                    "the event lacks 'httpMethod' or 'path': it must be a proxy event of a REST API, as"
                            + " events/predict.json");
        }
        RequestTarget target = RequestTarget.of(tree.path("path").stringValue(), parameters(tree));
        return new ApiRequest(
                isHead(tree) ? "GET" : tree.path("httpMethod").stringValue(),
                target.path(),
                target.query(),
                header(tree, "if-none-match"),
                header(tree, "content-type"),
                body(tree));
    }

    private static boolean isHead(JsonNode tree) {
        return tree.path("httpMethod").asString("").equals("HEAD");
    }

    /** What the event is answered with: a HEAD like a GET, without the body. */
    static ApiResponse answer(byte[] event, Function<ApiRequest, ApiResponse> api) {
        JsonNode tree = parsed(event);
        ApiResponse response;
        try {
            response = api.apply(read(tree));
        } catch (UnreadableRequest e) {
            response = ApiResponse.problem(e);
        }
        return isHead(tree) ? new ApiResponse(response.status(), response.headers(), "") : response;
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

    private static @Nullable String body(JsonNode tree) throws UnreadableRequest {
        JsonNode body = tree.path("body");
        if (!body.isString()) {
            return null;
        }
        if (!tree.path("isBase64Encoded").asBoolean(false)) {
            return body.stringValue();
        }
        try {
            return RequestBody.text(Base64.getDecoder().decode(body.stringValue()));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("the event's body is said to be Base64 and is not: " + e.getMessage(), e);
        }
    }

    /** All values of each parameter: the single-valued field of the event keeps the last one of several. */
    private static Map<String, List<String>> parameters(JsonNode tree) {
        Map<String, List<String>> all = values(tree.path("multiValueQueryStringParameters"));
        return all.isEmpty() ? values(tree.path("queryStringParameters")) : all;
    }

    /** The first value, as {@code ./candor serve} takes it. */
    private static @Nullable String header(JsonNode tree, String name) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(values(tree.path("headers")));
        all.putAll(values(tree.path("multiValueHeaders")));
        List<String> found = all.getOrDefault(name, List.of());
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Map<String, List<String>> values(JsonNode object) {
        Map<String, List<String>> values = new TreeMap<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    value.isArray()
                            ? value.valueStream().map(JsonNode::asString).toList()
                            : List.of(value.asString()));
        });
        return values;
    }

    private record Answer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}
}
