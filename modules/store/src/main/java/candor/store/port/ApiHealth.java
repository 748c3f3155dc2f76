package candor.store.port;

import java.time.Instant;
import java.util.Optional;

/** How the API did, as its gateway measures it. */
@FunctionalInterface
public interface ApiHealth {

    /** Where there is no API to ask about. */
    ApiHealth UNKNOWN = now -> Optional.empty();

    /**
     * The day before the instant; empty where the API was not asked anything, or there is none.
     *
     * @throws candor.store.failure.MetricsUnavailable where the measurements cannot be read now
     */
    Optional<Measured> dayBefore(Instant now);

    /**
     * @param requests at least 1
     * @param latencyP95Millis 95 % of the requests were answered within this time, counted at the gateway
     * @param failedPercent share of the requests that failed on our side (5xx), 0 to 100
     */
    record Measured(long requests, double latencyP95Millis, double failedPercent) {}
}
