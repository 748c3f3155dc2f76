package candor.store.failure;

/** Written by a newer Candor: update this one. */
public final class CheckpointTooNew extends UnreadableCheckpoint {

    public CheckpointTooNew(String message) {
        super(message);
    }

    public CheckpointTooNew(String message, Throwable cause) {
        super(message, cause);
    }
}
