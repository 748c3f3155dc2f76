package candor.store.failure;

/** A stage's request lacks a field or holds one of the wrong form; the message names it. */
public final class RequestRefused extends PermanentFailure {

    public RequestRefused(String message) {
        super(message);
    }

    public RequestRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
