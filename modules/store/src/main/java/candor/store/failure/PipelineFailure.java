package candor.store.failure;

import java.util.Objects;

/**
 * What stops a stage. The full class name of a failure is what Lambda reports and what the state machine's Retry and
 * Catch rules name: renaming one is a change of the contract.
 */
public abstract sealed class PipelineFailure extends RuntimeException permits TransientFailure, PermanentFailure {

    protected PipelineFailure(String message) {
        super(message);
    }

    protected PipelineFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Never absent: every failure says what is wrong and what to do. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
