package candor.store.failure;

/**
 * The provider asks to come back later. The message ends in {@code retryAfterSeconds=N}, which the state machine reads
 * for its Wait: never shorter than a quarter of an hour. For sources that ask a provider over the network; a file never
 * does.
 */
public final class RateLimited extends TransientFailure {

    private final long retryAfterSeconds;

    /** @param retryAfterSeconds what the provider asked for, &ge; 0; 0 where it did not say */
    public RateLimited(String message, long retryAfterSeconds) {
        super(message + "; retryAfterSeconds=" + retryAfterSeconds);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
