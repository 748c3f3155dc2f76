package candor.pipeline.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as HTTP brought it.
 *
 * @param path decoded, as in {@code /v1/forecasts/STX}
 * @param query decoded parameters, one value each
 * @param ifNoneMatch the header of that name
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String ifNoneMatch) {}
