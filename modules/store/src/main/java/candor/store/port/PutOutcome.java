package candor.store.port;

/** What became of a conditional write. */
public sealed interface PutOutcome {

    /** Written, whole and durable. */
    record Stored() implements PutOutcome {}

    /** Not written: the condition did not hold (S3 answers 412, or 409 for a write that lost a race). */
    record ConditionFailed() implements PutOutcome {}
}
