package candor.statemachine;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A state ended in an error; both texts may be empty, which a Fail state allows. */
final class StateFailed extends Exception {

    private final String error;
    private final String errorCause;

    StateFailed(String error, String cause) {
        super(error + ": " + cause);
        this.error = error;
        this.errorCause = cause;
    }

    String error() {
        return error;
    }

    String errorCause() {
        return errorCause;
    }

    /** What {@code $states.errorOutput} holds. */
    ObjectNode errorOutput() {
        return texts("Error", "Cause");
    }

    ObjectNode eventDetails() {
        return texts("error", "cause");
    }

    private ObjectNode texts(String errorKey, String causeKey) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!error.isEmpty()) {
            node.put(errorKey, error);
        }
        if (!errorCause.isEmpty()) {
            node.put(causeKey, errorCause);
        }
        return node;
    }
}
