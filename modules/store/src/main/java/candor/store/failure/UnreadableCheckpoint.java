package candor.store.failure;

/** A checkpoint that is there but cannot be used; the three ways are told apart because their remedies differ. */
public abstract sealed class UnreadableCheckpoint extends PermanentFailure
        permits CorruptCheckpoint, CheckpointTooOld, CheckpointTooNew {

    protected UnreadableCheckpoint(String message) {
        super(message);
    }

    protected UnreadableCheckpoint(String message, Throwable cause) {
        super(message, cause);
    }
}
