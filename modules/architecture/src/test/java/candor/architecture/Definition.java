package candor.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A definition of statemachine/: its states, those inside branches and maps too. */
final class Definition {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

    private final String text;
    private final Map<String, JsonNode> states = new LinkedHashMap<>();

    private Definition(String text) {
        this.text = text;
        collect(Tree.jsonOf(text));
    }

    static Definition pipeline() {
        return new Definition(Tree.text("statemachine/pipeline.asl.json"));
    }

    static Definition universe() {
        return new Definition(Tree.text("statemachine/universe.asl.json"));
    }

    private void collect(JsonNode machine) {
        machine.path("States").properties().forEach(entry -> {
            JsonNode state = entry.getValue();
            if (states.put(entry.getKey(), state) != null) {
                throw new IllegalArgumentException("two states are called " + entry.getKey());
            }
            state.path("Branches").forEach(this::collect);
            collect(state.path("ItemProcessor"));
        });
    }

    /** The Task states by name. */
    Map<String, JsonNode> tasks() {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().path("Type").asString().equals("Task"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    Map<String, JsonNode> states() {
        return states;
    }

    /** The names between <code>${</code> and <code>}</code>, which the template has to fill in. */
    Set<String> substitutions() {
        return SUBSTITUTION
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The substitution that names the function a task calls. */
    static String function(JsonNode task) {
        return task.path("Arguments").path("FunctionName").asString("");
    }

    /** Values of ErrorEquals in the state's Retry or Catch. */
    static List<String> errors(JsonNode state, String rule) {
        return state.path(rule)
                .valueStream()
                .flatMap(entry -> entry.path("ErrorEquals").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
