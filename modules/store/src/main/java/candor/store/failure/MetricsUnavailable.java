package candor.store.failure;

/** Metrics could not be handed over. */
public final class MetricsUnavailable extends TransientFailure {

    public MetricsUnavailable(String message) {
        super(message);
    }

    public MetricsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
