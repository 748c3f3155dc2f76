package candor.store.failure;

/** Fewer sessions than the models need. */
public final class NotEnoughHistory extends PermanentFailure {

    public NotEnoughHistory(String message) {
        super(message);
    }

    public NotEnoughHistory(String message, Throwable cause) {
        super(message, cause);
    }
}
