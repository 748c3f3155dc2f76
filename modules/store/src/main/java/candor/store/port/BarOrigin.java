package candor.store.port;

/**
 * Where one bar came from.
 *
 * @param provider short name of who gave it
 * @param vintage number of the retrieval that it was taken from, counted from 1 for each symbol and provider
 * @param adjustedClose the provider's, of that retrieval: comparable within it only, and evidence for repairs; NaN where
 *     it gave none
 */
public record BarOrigin(String provider, int vintage, double adjustedClose) {}
