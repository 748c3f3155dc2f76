package candor.pipeline.api;

import candor.pipeline.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response for HTTP to carry.
 *
 * @param headers with their usual capitals
 * @param body text; empty for 304
 */
public record ApiResponse(int status, SortedMap<String, String> headers, String body) {

    /** A document as JSON. */
    static ApiResponse json(int status, Object document) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json");
        return new ApiResponse(status, headers, text(document));
    }

    /**
     * Problem details (RFC 9457), also for those who carry requests here and have to refuse one.
     *
     * @param status 4xx or 5xx
     * @param title the same for every problem of that kind
     * @param detail what is wrong, the value, and the remedy
     * @param field the part of the request that is at fault, if one is
     */
    public static ApiResponse problem(int status, String title, String detail, @Nullable String field) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/problem+json");
        headers.put("Cache-Control", "no-store");
        return new ApiResponse(status, headers, text(new Problem("about:blank", title, status, detail, field)));
    }

    /** The response with the header set, in place of one of that name. */
    public ApiResponse withHeader(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    private static String text(Object document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String field) {}
}
