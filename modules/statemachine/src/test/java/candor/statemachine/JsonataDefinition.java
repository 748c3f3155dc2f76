package candor.statemachine;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded definition in JSONata: the fields that JSONPath has otherwise are rewritten, as far as the recorded Distributed
 * Maps need it. What stands under a path to a number is made one, as JSONPath does with text.
 */
final class JsonataDefinition {

    private static final Map<String, String> NUMBERS = Map.of(
            "MaxItemsPath", "MaxItems",
            "MaxItemsPerBatchPath", "MaxItemsPerBatch",
            "MaxInputBytesPerBatchPath", "MaxInputBytesPerBatch",
            "ToleratedFailureCountPath", "ToleratedFailureCount",
            "ToleratedFailurePercentagePath", "ToleratedFailurePercentage");

    private static final Set<String> GONE = Set.of("InputPath", "ResultPath");

    private JsonataDefinition() {}

    static ObjectNode of(JsonNode recorded) {
        ObjectNode machine = recorded.deepCopy().asObject();
        if (!machine.path("QueryLanguage").asString("JSONPath").equals("JSONata")) {
            rewriteStates(machine);
            machine.put("QueryLanguage", "JSONata");
        }
        return machine;
    }

    private static void rewriteStates(ObjectNode flow) {
        ObjectNode states = flow.get("States").asObject();
        for (String name : Set.copyOf(states.propertyNames())) {
            states.set(name, state(states.get(name).asObject()));
        }
    }

    private static ObjectNode state(ObjectNode recorded) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        boolean map = recorded.path("Type").stringValue().equals("Map");
        for (var field : recorded.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "ItemsPath" -> {
                    // AWS was recorded to take no notice of it beside an ItemReader.
                    if (!recorded.has("ItemReader")) {
                        state.put("Items", expression(value.stringValue()));
                    }
                }
                case "Parameters" -> state.set(map ? "ItemSelector" : parameters(recorded), payload(value));
                case "ItemSelector" -> state.set("ItemSelector", payload(value));
                case "Result" -> state.set("Output", value);
                case "Iterator", "ItemProcessor" -> {
                    rewriteStates(value.asObject());
                    state.set("ItemProcessor", value);
                }
                case "ItemReader", "ResultWriter", "ItemBatcher" -> state.set(field.getKey(), inner(value));
                default -> put(state, field.getKey(), value);
            }
        }
        putResult(state, recorded);
        return state;
    }

    private static String parameters(ObjectNode state) {
        return state.path("Type").stringValue().equals("Task") ? "Arguments" : "Output";
    }

    private static ObjectNode inner(JsonNode recorded) {
        ObjectNode rewritten = JsonNodeFactory.instance.objectNode();
        for (var field : recorded.properties()) {
            switch (field.getKey()) {
                case "Parameters" -> rewritten.set("Arguments", payload(field.getValue()));
                case "ReaderConfig" -> rewritten.set("ReaderConfig", inner(field.getValue()));
                default -> put(rewritten, field.getKey(), field.getValue());
            }
        }
        return rewritten;
    }

    private static void put(ObjectNode target, String field, JsonNode value) {
        String number = NUMBERS.get(field);
        if (number != null) {
            target.put(number, "{% $number(" + path(value.stringValue()) + ") %}");
        } else if (!GONE.contains(field)) {
            target.set(field, value);
        }
    }

    /** What ResultPath does: nothing of the result, or the result as one field of the input. */
    private static void putResult(ObjectNode state, ObjectNode recorded) {
        JsonNode path = recorded.get("ResultPath");
        if (path == null) {
            return;
        }
        if (path.isNull()) {
            state.put("Output", "{% $states.input %}");
            return;
        }
        String field = path.stringValue().substring("$.".length());
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        JsonNode made = state.get("Output");
        if (made != null) {
            // Only once and over an empty input.
            state.set("Output", merged.set(field, made));
        } else {
            state.put("Output", "{% $merge([$states.input, {'" + field + "': $states.result}]) %}");
        }
    }

    private static ObjectNode payload(JsonNode recorded) {
        ObjectNode rewritten = JsonNodeFactory.instance.objectNode();
        for (var field : recorded.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.endsWith(".$")) {
                rewritten.put(name.substring(0, name.length() - 2), expression(value.stringValue()));
            } else {
                rewritten.set(name, value.isObject() ? payload(value) : value);
            }
        }
        return rewritten;
    }

    private static String expression(String path) {
        return "{% " + path(path) + " %}";
    }

    private static String path(String path) {
        if (path.startsWith("$$")) {
            return "$states.context" + path.substring(2);
        }
        String inside = path.equals("$") || path.startsWith("$.") ? "$states.input" + path.substring(1) : path;
        return inside.replaceAll("\\.([A-Za-z]+-[A-Za-z]+)", ".`$1`");
    }
}
