package candor.statemachine.history;

/** What became of a redrive. */
public sealed interface RedriveOutcome {

    /** It may continue; the journal is the caller's to run and to close. */
    record Reopened(ExecutionJournal journal) implements RedriveOutcome {}

    /** It is not FAILED, TIMED_OUT or ABORTED. */
    record NotRedrivable(ExecutionStatus status) implements RedriveOutcome {}

    record NotFound(String name) implements RedriveOutcome {}
}
