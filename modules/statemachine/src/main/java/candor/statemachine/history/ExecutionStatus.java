package candor.statemachine.history;

/** As in the Step Functions API. An execution whose process was killed is ABORTED. */
public enum ExecutionStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED;

    /** Whether a redrive may continue it. */
    public boolean isRedrivable() {
        return this == FAILED || this == TIMED_OUT || this == ABORTED;
    }
}
