package candor.statemachine;

/** The machine's own TimeoutSeconds passed; no Catch sees it. */
final class ExecutionTimedOut extends RuntimeException {

    ExecutionTimedOut() {
        super("the execution's time is over");
    }
}
