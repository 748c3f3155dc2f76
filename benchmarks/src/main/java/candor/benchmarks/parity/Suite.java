package candor.benchmarks.parity;

import candor.statemachine.expression.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The runner's own suite of definitions, with its scripts moved into what each Task hands to {@link ScriptedFunction}. */
final class Suite {

    static final String FUNCTION = "scripted";
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";

    private Suite() {}

    static List<Case> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Case> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                cases.add(read(String.valueOf(file.getFileName()).replace(".json", ""), Files.readString(file)));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the suite " + folder, e);
        }
    }

    private static Case read(String name, String text) {
        JsonNode suite = JsonText.parse(text);
        JsonNode definition = suite.get("definition").deepCopy();
        script(definition, suite.path("tasks"));
        JsonNode input = suite.get("input").deepCopy();
        if (input instanceof ObjectNode call && call.has("FunctionName")) {
            wrap(call, suite.path("tasks"));
        }
        return new Case(name, definition, input);
    }

    private static void script(JsonNode node, JsonNode scripts) {
        if (node instanceof ObjectNode state
                && state.path("Resource").asString("").equals(INVOKE)
                && state.get("Arguments") instanceof ObjectNode arguments) {
            wrap(arguments, scripts);
        }
        node.valueStream().forEach(inner -> script(inner, scripts));
    }

    private static void wrap(ObjectNode arguments, JsonNode scripts) {
        String function = arguments.path("FunctionName").asString("");
        if (scripts.path(function) instanceof ArrayNode script) {
            arguments.set("Payload", payload(key("'" + function + "'"), script, arguments.get("Payload")));
            arguments.put("FunctionName", FUNCTION);
        }
    }

    /** @param last an expression of JSONata */
    static String key(String last) {
        return "{% $states.context.Execution.Name & '-' & " + last + " %}";
    }

    static ObjectNode payload(String key, ArrayNode script, @Nullable JsonNode given) {
        ObjectNode payload = script.objectNode().put("key", key);
        payload.set("script", script);
        if (given != null) {
            payload.set("given", given);
        }
        return payload;
    }
}
