package candor.store.failure;

/** A failure that the same work on the same input meets again: a person has to change something. */
public abstract sealed class PermanentFailure extends PipelineFailure
        permits RequestRefused,
                InputRefused,
                SourceMissing,
                HaltedForManualCheck,
                NotEnoughHistory,
                ConvergenceFailure,
                UnreadableCheckpoint {

    protected PermanentFailure(String message) {
        super(message);
    }

    protected PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
