package candor.statemachine.definition;

/** A definition that this runner does not execute; the message names state, field, value and remedy. */
public final class InvalidDefinition extends RuntimeException {

    public InvalidDefinition(String message) {
        super(message);
    }

    public InvalidDefinition(String message, Throwable cause) {
        super(message, cause);
    }
}
