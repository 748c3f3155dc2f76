package candor.store.failure;

/** A candidate's fit did not converge or has no unique solution; tried again with other hyper-parameters, then left out. */
public final class ConvergenceFailure extends PermanentFailure {

    public ConvergenceFailure(String message) {
        super(message);
    }

    public ConvergenceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
