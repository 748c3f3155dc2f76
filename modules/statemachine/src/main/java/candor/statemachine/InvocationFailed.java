package candor.statemachine;

import candor.statemachine.definition.ErrorNames;

/** An invocation without an answer, under the error name that Step Functions would see. */
public final class InvocationFailed extends Exception {

    private final String error;
    private final String errorCause;

    /** @param cause for a function's own error JSON text with errorMessage, errorType and stackTrace */
    public InvocationFailed(String error, String cause) {
        super(error + ": " + cause);
        this.error = error;
        this.errorCause = cause;
    }

    /** The Task state's TimeoutSeconds passed. */
    public static InvocationFailed timedOut() {
        return new InvocationFailed(ErrorNames.TIMEOUT, "");
    }

    public String error() {
        return error;
    }

    public String errorCause() {
        return errorCause;
    }
}
