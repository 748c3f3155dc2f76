package candor.store.failure;

/** The ledger did not answer, throttled, or failed on its side. */
public final class LedgerUnavailable extends TransientFailure {

    public LedgerUnavailable(String message) {
        super(message);
    }

    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
