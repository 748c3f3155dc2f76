package candor.store.port;

import candor.forecasting.market.Symbol;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a source gave at one retrieval; its kind says what is known beside the bars. */
public sealed interface Retrieval {

    /** In the source's own order. */
    List<RawBar> bars();

    /** What identifies the retrieval, by the keys of {@link Provenance}, without clock or host. */
    SortedMap<String, String> provenance();

    /** Short name of the source, as it is stored. */
    String source();

    /** Whether the source has an adjusted close of its own. */
    boolean hasAdjustedClose();

    /** The same with as many other bars. */
    Retrieval withBars(List<RawBar> others);

    /** Where bars of one place come from. */
    enum Place {
        CSV("csv"),
        CHECKPOINT("checkpoint"),
        REQUEST("own bars");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    /** All bars from one place. */
    record OneFile(Place place, List<RawBar> bars, boolean hasAdjustedClose, SortedMap<String, String> provenance)
            implements Retrieval {

        @Override
        public String source() {
            return place.words;
        }

        @Override
        public OneFile withBars(List<RawBar> others) {
            return new OneFile(place, others, hasAdjustedClose, provenance);
        }
    }

    /**
     * Bars of the synthetic stock, as traded.
     *
     * @param truth the true daily standard deviation of each bar's log return, one for each bar
     */
    record Synthetic(List<RawBar> bars, SortedMap<String, String> provenance, List<Double> truth) implements Retrieval {

        public Synthetic {
            requireAsMany(bars, truth);
        }

        @Override
        public String source() {
            return BarReference.Fixed.SYNTHETIC.text();
        }

        @Override
        public boolean hasAdjustedClose() {
            return false;
        }

        @Override
        public Synthetic withBars(List<RawBar> others) {
            return new Synthetic(others, provenance, truth);
        }
    }

    /**
     * Bars of providers, as traded.
     *
     * @param origins who gave each bar, one for each
     */
    record OfProviders(List<RawBar> bars, SortedMap<String, String> provenance, List<BarOrigin> origins)
            implements Retrieval {

        public OfProviders {
            requireAsMany(bars, origins);
        }

        /** The names of those that gave a bar, as in {@code tiingo+yahoo}. */
        @Override
        public String source() {
            return String.join(
                    "+",
                    origins.stream()
                            .map(BarOrigin::provider)
                            .distinct()
                            .sorted()
                            .toList());
        }

        @Override
        public boolean hasAdjustedClose() {
            return false;
        }

        @Override
        public OfProviders withBars(List<RawBar> others) {
            return new OfProviders(others, provenance, origins);
        }
    }

    /** Bars of providers; the provenance names those that gave one. */
    static OfProviders ofProviders(Symbol symbol, List<RawBar> bars, List<BarOrigin> origins) {
        OfProviders retrieval = new OfProviders(bars, new TreeMap<>(), origins);
        Provenance.FILE.note(retrieval.provenance(), symbol + " at " + retrieval.source());
        return retrieval;
    }

    private static void requireAsMany(List<RawBar> bars, List<?> others) {
        if (bars.size() != others.size()) {
            throw new IllegalArgumentException(bars.size() + " bars, but " + others.size() + " beside them");
        }
    }
}
