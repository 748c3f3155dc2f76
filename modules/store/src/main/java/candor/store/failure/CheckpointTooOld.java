package candor.store.failure;

/** Written in a format that this version no longer reads: run the stage again. */
public final class CheckpointTooOld extends UnreadableCheckpoint {

    public CheckpointTooOld(String message) {
        super(message);
    }

    public CheckpointTooOld(String message, Throwable cause) {
        super(message, cause);
    }
}
