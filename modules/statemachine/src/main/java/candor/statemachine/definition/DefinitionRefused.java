package candor.statemachine.definition;

/** A definition that this runner does not execute; the message names state, field, value and remedy. */
public final class DefinitionRefused extends RuntimeException {

    public DefinitionRefused(String message) {
        super(message);
    }

    public DefinitionRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
