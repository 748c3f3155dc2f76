package candor.store.failure;

/** The object store did not answer, throttled, or failed on its side. */
public final class StoreUnavailable extends TransientFailure {

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
