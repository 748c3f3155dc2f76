package candor.serving.api;

import candor.store.json.Json;
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
        return of(status, "application/json", text(document));
    }

    /** A text of any media type. */
    static ApiResponse of(int status, String mediaType, String body) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", mediaType);
        return new ApiResponse(status, headers, body);
    }

    /**
     * Problem details (RFC 9457), also for those who carry requests here and have to reject one.
     *
     * @param status 4xx or 5xx
     * @param title the same for every problem of that kind
     * @param detail what is wrong, the value, and the remedy
     * @param field the part of the request that is at fault, if one is
     */
    public static ApiResponse problem(int status, String title, String detail, @Nullable String field) {
        return problem(new Problem("about:blank", title, status, detail, field, null));
    }

    /** A request that could not be read. */
    public static ApiResponse problem(UnreadableRequest request) {
        ApiResponse problem = problem(request.status(), request.title(), request.detail(), null);
        return request.status() == 503 ? problem.withHeader("Retry-After", "5") : problem;
    }

    static ApiResponse problem(ApiProblem rejected) {
        return problem(new Problem(
                "about:blank",
                rejected.title(),
                rejected.status(),
                rejected.detail(),
                rejected.field(),
                rejected.value()));
    }

    private static ApiResponse problem(Problem problem) {
        return of(problem.status(), "application/problem+json", text(problem)).withHeader("Cache-Control", "no-store");
    }

    /** The response with the header set, in place of one of that name. */
    public ApiResponse withHeader(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    /** The response with an entity tag, or 304 with the same headers where the client has it already. */
    ApiResponse tagged(ApiRequest request, String tag, String cacheControl) {
        ApiResponse full = withHeader("ETag", tag).withHeader("Cache-Control", cacheControl);
        return request.knows(tag) ? new ApiResponse(304, full.headers(), "") : full;
    }

    private static String text(Object document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    /**
     * @param field a parameter's name, or a JSON pointer into the body
     * @param value what stands there
     */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String field,
            @Nullable String value) {}
}
