package candor.serving.api;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as HTTP brought it.
 *
 * @param method upper case, as in {@code GET}
 * @param path decoded, as in {@code /v1/forecasts/STX}
 * @param query decoded parameters, one value each
 * @param ifNoneMatch the header of that name: one entity tag, a comma-separated list of them, or {@code *}
 * @param contentType the header of that name
 * @param body text; null or empty for none
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String ifNoneMatch,
        @Nullable String contentType,
        @Nullable String body) {

    /** A request without a body. */
    public ApiRequest(String method, String path, Map<String, String> query, @Nullable String ifNoneMatch) {
        this(method, path, query, ifNoneMatch, null, null);
    }

    /**
     * Whether the client has what the tag names, by weak comparison (RFC 9110, 13.1.2): then 304 will do.
     *
     * @param tag with its quotes
     */
    public boolean knows(String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
