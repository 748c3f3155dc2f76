package candor.store.port;

import candor.forecasting.market.Symbol;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave at one retrieval.
 *
 * @param source short name of the source: {@code csv}, {@code synthetic}, or the providers, as in {@code yahoo}
 * @param bars in the source's own order
 * @param hasAdjustedClose whether the source has an adjusted close of its own
 * @param provenance what identifies the retrieval (file digest, columns, rows), without clock or host
 * @param truth for a synthetic stock, the true daily standard deviation of each bar's log return, one for each bar; null
 *     for real ones
 * @param origins who gave each bar, one for each; null where one file gave them all
 */
public record Retrieval(
        String source,
        List<RawBar> bars,
        boolean hasAdjustedClose,
        SortedMap<String, String> provenance,
        @Nullable List<Double> truth,
        @Nullable List<BarOrigin> origins) {

    /** Bars of providers, as traded; the provenance names those that gave one. */
    public static Retrieval ofProviders(Symbol symbol, List<RawBar> bars, List<BarOrigin> origins) {
        String names = String.join(
                "+",
                origins.stream().map(BarOrigin::provider).distinct().sorted().toList());
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.put("file", symbol + " at " + names);
        return new Retrieval(names, bars, false, provenance, null, origins);
    }

    /** All bars from one place. */
    public static Retrieval ofOneFile(
            String source, List<RawBar> bars, boolean hasAdjustedClose, SortedMap<String, String> provenance) {
        return new Retrieval(source, bars, hasAdjustedClose, provenance, null, null);
    }

    /** The same with who gave each bar. */
    public Retrieval withOrigins(List<BarOrigin> others) {
        return new Retrieval(source, bars, hasAdjustedClose, provenance, truth, others);
    }
}
