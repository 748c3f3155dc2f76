package candor.store.port;

import java.time.Duration;

/** Where bars come from. What was retrieved is handed over as it was found; judging it is cleaning's work. */
@FunctionalInterface
public interface BarSource {

    /**
     * How long after its close a session's bar may still change: providers correct prices and volume, and put the closing
     * auction in. The daily run, at 18:30 New York time, comes half an hour later.
     */
    Duration SETTLING = Duration.ofHours(2);

    /**
     * Retrieves all bars of a symbol, also those after the day that is needed where they are at hand.
     *
     * @throws candor.store.failure.RequestRefused where the reference means nothing to this source
     * @throws candor.store.failure.SourceMissing where there is nothing
     * @throws candor.store.failure.InputRefused where what is there cannot be read; names line, field, value, remedy
     * @throws candor.store.failure.RateLimited where the provider asks to come back later
     * @throws candor.store.failure.ProviderUnavailable where it does not answer
     */
    Retrieval retrieve(BarRequest request);
}
