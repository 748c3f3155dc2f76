package candor.store.failure;

/** Cleaning found more wrong than it may decide alone; the message lists what to look at. */
public final class HaltedForManualCheck extends PermanentFailure {

    public HaltedForManualCheck(String message) {
        super(message);
    }

    public HaltedForManualCheck(String message, Throwable cause) {
        super(message, cause);
    }
}
