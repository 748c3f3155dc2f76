package candor.store.failure;

/** The bytes are not those that were written: missing, cut, or of another digest. */
public final class CorruptCheckpoint extends UnreadableCheckpoint {

    public CorruptCheckpoint(String message) {
        super(message);
    }

    public CorruptCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
