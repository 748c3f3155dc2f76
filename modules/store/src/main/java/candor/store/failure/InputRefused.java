package candor.store.failure;

/** Bars or settings that cannot be used as they are; the message names file, line or field, value and remedy. */
public final class InputRefused extends PermanentFailure {

    public InputRefused(String message) {
        super(message);
    }

    public InputRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
