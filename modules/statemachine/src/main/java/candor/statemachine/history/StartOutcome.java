package candor.statemachine.history;

/** What became of a start under a name, by AWS's rule for idempotent starts. */
public sealed interface StartOutcome {

    /** The name was free; the journal is the caller's to run and to close. */
    record Created(ExecutionJournal journal) implements StartOutcome {}

    /** The same name and the same input, and it still runs: it is the same execution. */
    record AlreadyRunning(String name) implements StartOutcome {}

    /** The name belongs to an execution that has ended, or that runs on another input. */
    record AlreadyExists(Execution execution) implements StartOutcome {}
}
