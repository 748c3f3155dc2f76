package candor.pipeline.port;

/**
 * Where one bar came from.
 *
 * @param provider short name of who gave it
 * @param vintage number of the retrieval that it was taken from, counted from 1 for each symbol and provider
 */
public record BarOrigin(String provider, int vintage) {}
