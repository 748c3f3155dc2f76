package candor.statemachine.expression;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees as the maps, lists and numbers that the JSONata library computes with, and back. */
final class PlainValues {

    /** Up to here every whole number is a double, and is written without a fraction, as JSON.stringify does. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainValues() {}

    /** JSON's null becomes the library's own null value, because its Java null means undefined. */
    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>(node.size());
                node.forEach(element -> list.add(of(element)));
                yield list;
            }
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> Jsonata.NULL_VALUE;
        };
    }

    /** One Java number for each value, whatever computed it: the library tells 6 as an Integer from 6 as a Long. */
    private static Number number(JsonNode node) {
        double value = node.doubleValue();
        if (value == (int) value) {
            return (int) value;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return whole || (node.isIntegralNumber() && node.canConvertToLong())
                ? (Number) node.longValue()
                : (Number) value;
    }

    /** Throws IllegalArgumentException for what JSON cannot hold: a function, a pattern, a number that is not finite. */
    static JsonNode toJson(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                ObjectNode node = NODES.objectNode();
                map.forEach((key, element) -> node.set(String.valueOf(key), toJson(element)));
                yield node;
            }
            case List<?> list -> {
                ArrayNode node = NODES.arrayNode(list.size());
                list.forEach(element -> node.add(toJson(element)));
                yield node;
            }
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer whole -> NODES.numberNode(whole);
            case Long whole -> NODES.numberNode(whole);
            case Number number -> number(number.doubleValue());
            default -> {
                if (value.equals(Jsonata.NULL_VALUE)) {
                    yield NODES.nullNode();
                }
                throw new IllegalArgumentException("a function or pattern is not a JSON value");
            }
        };
    }

    private static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return whole ? NODES.numberNode((long) value) : NODES.numberNode(value);
    }
}
