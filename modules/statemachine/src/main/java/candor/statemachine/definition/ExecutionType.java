package candor.statemachine.definition;

/** The type of a state machine, as in the Step Functions API. A processor of a Distributed Map has one of its own. */
public enum ExecutionType {
    /** Keeps where it stands: a redrive continues in the state that failed. */
    STANDARD,

    /** Ends within five minutes; a redrive starts again from the first state. */
    EXPRESS
}
