package candor.statemachine.definition;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the machine and its flows; the states are {@link StateReader}'s. */
final class DefinitionReader {

    static final long LONGEST_SECONDS = 99_999_999;
    private static final int LONGEST_NAME = 80;
    private static final Set<String> MACHINE_FIELDS =
            Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");
    private static final Set<String> BRANCH_FIELDS = Set.of("Comment", "StartAt", "States");
    static final Set<String> PROCESSOR_FIELDS = Set.of("Comment", "StartAt", "States", "ProcessorConfig");

    private DefinitionReader() {}

    static StateMachine read(String name, ExecutionType type, String definition, JsonNode tree) {
        Fields fields = new Fields("the definition of " + name, tree);
        fields.only(MACHINE_FIELDS);
        if (!fields.text("QueryLanguage", "JSONPath").equals("JSONata")) {
            throw fields.rejected("QueryLanguage", "this runner executes JSONata: set \"QueryLanguage\": \"JSONata\"");
        }
        if (!fields.text("Version", "1.0").equals("1.0")) {
            throw fields.rejected("Version", "the language's version is \"1.0\"");
        }
        Flow flow = flow("", fields);
        Duration timeout = fields.findSeconds("TimeoutSeconds", LONGEST_SECONDS);
        FlowCheck.check(flow);
        return new StateMachine(name, type, flow, timeout, definition);
    }

    static Flow branch(String id, JsonNode tree) {
        Fields fields = new Fields("branch " + id, tree);
        fields.only(BRANCH_FIELDS);
        return flow(id, fields);
    }

    static Flow flow(String id, Fields fields) {
        LinkedHashMap<String, State> states = new LinkedHashMap<>();
        Fields named = new Fields(fields.place() + ", field 'States'", fields.required("States"));
        for (var entry : fields.required("States").properties()) {
            states.put(entry.getKey(), state(entry.getKey(), named, entry.getValue()));
        }
        if (states.isEmpty()) {
            throw fields.rejected("States", "there is no state");
        }
        return new Flow(id, fields.text("StartAt"), states);
    }

    private static State state(String name, Fields named, JsonNode tree) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw named.rejected(name, "a state's name has 1 to " + LONGEST_NAME + " characters");
        }
        return StateReader.read(name, new Fields("state '" + name + "'", tree));
    }
}
