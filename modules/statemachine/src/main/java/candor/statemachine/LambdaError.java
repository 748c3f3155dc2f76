package candor.statemachine;

import candor.statemachine.expression.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How Lambda's Java runtime reports what a handler threw: errorMessage, errorType, stackTrace, and the same of the cause. */
final class LambdaError {

    private LambdaError() {}

    /** The error is the full class name, as the runtime reports it and as Step Functions matches it. */
    static InvocationFailed of(Throwable thrown) {
        return new InvocationFailed(thrown.getClass().getName(), JsonText.write(tree(thrown)));
    }

    static InvocationFailed of(String errorType, String errorMessage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("errorType", errorType).put("errorMessage", errorMessage);
        return new InvocationFailed(errorType, JsonText.write(node));
    }

    private static ObjectNode tree(Throwable thrown) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String message = thrown.getMessage();
        if (message != null) {
            node.put("errorMessage", message);
        }
        node.put("errorType", thrown.getClass().getName());
        ArrayNode stack = node.putArray("stackTrace");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(HandlerInvoker.class.getName())) {
                break;
            }
            stack.add(frame.toString());
        }
        @Nullable Throwable cause = thrown.getCause();
        if (cause != null) {
            node.set("cause", tree(cause));
        }
        return node;
    }
}
