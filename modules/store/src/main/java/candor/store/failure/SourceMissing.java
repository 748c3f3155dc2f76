package candor.store.failure;

/** There is nothing where the bars should come from; the message says what to put where. */
public final class SourceMissing extends PermanentFailure {

    public SourceMissing(String message) {
        super(message);
    }

    public SourceMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
