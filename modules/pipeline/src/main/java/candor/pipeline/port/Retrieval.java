package candor.pipeline.port;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave at one retrieval.
 *
 * @param source short name of the source: {@code csv} or {@code synthetic}
 * @param bars in the source's own order
 * @param hasAdjustedClose whether the source has an adjusted close of its own
 * @param provenance what identifies the retrieval (file digest, columns, rows), without clock or host
 * @param truth for a synthetic stock, the true daily standard deviation of each bar's log return, one for each bar; null
 *     for real ones
 */
public record Retrieval(
        String source,
        List<RawBar> bars,
        boolean hasAdjustedClose,
        SortedMap<String, String> provenance,
        @Nullable List<Double> truth) {}
