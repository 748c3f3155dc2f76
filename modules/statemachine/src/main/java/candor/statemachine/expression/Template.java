package candor.statemachine.expression;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON value of a definition in which any string may be an expression; everything else stands for itself.
 *
 * @param field the state's field that holds it, for messages
 */
public record Template(String field, JsonNode source) {

    /** Throws IllegalArgumentException that names the field where an expression inside is not one. */
    public Template {
        check(source, field);
    }

    /** The value with every expression replaced by its result. */
    public JsonNode evaluate(Bindings bindings) throws EvaluationFailure {
        return evaluate(source, field, bindings);
    }

    /** Whether there is nothing to evaluate, so that the value can be judged without an execution. */
    public boolean isLiteral() {
        return !holdsExpression(source);
    }

    private static boolean holdsExpression(JsonNode node) {
        if (node.isString()) {
            return Expression.isExpression(node.stringValue());
        }
        return node.valueStream().anyMatch(Template::holdsExpression);
    }

    private static void check(JsonNode node, String location) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> check(entry.getValue(), location + "/" + entry.getKey()));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    check(array.get(i), location + "/" + i);
                }
            }
            default -> {
                if (node.isString()) {
                    checkText(node.stringValue(), location);
                }
            }
        }
    }

    private static void checkText(String text, String location) {
        try {
            Expression.check(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field '" + location + "': " + e.getMessage(), e);
        }
    }

    private static JsonNode evaluate(JsonNode node, String location, Bindings bindings) throws EvaluationFailure {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                for (var entry : object.properties()) {
                    result.set(entry.getKey(), evaluate(entry.getValue(), location + "/" + entry.getKey(), bindings));
                }
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = JsonNodeFactory.instance.arrayNode(array.size());
                for (int i = 0; i < array.size(); i++) {
                    result.add(evaluate(array.get(i), location + "/" + i, bindings));
                }
                yield result;
            }
            default ->
                node.isString() && Expression.isExpression(node.stringValue())
                        ? Expression.of(node.stringValue()).evaluate(bindings, location)
                        : node;
        };
    }
}
