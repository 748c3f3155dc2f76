package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Executions of Distributed Maps that AWS recorded: the runner has to give the same events with the same inputs, outputs,
 * lengths and errors. The recordings hold no objects: those here are made so that they give the recorded items. Not compared
 * are ids of previous events, as AWS's own differ between recordings of one shape, and what was replaced before
 * publication.
 */
class RecordedDistributedMapTest {

    private static final int RECORDED = 55;

    /** JSONPath's own error of a path that leads to no number; JSONata fails with States.QueryEvaluationError there. */
    private static final List<String> NOT_COMPARABLE = List.of(
            "test_map_state_tolerated_failure_count_path[tolerated_failure_count_value0]",
            "test_map_state_tolerated_failure_count_path[NoNumber]",
            "test_map_state_tolerated_failure_percentage_path[tolerated_failure_percentage_value0]",
            "test_map_state_tolerated_failure_percentage_path[NoNumber]");

    private static final String STATEMENTS = """
            [{"verdict": "true", "statement_date": "6/11/2008", "statement_source": "speech"},
             {"verdict": "false", "statement_date": "6/7/2022", "statement_source": "television"},
             {"verdict": "mostly-true", "statement_date": "5/18/2016", "statement_source": "news"}""";

    private static final String ROWS = """
            Value1,Value2,Value3
            Value4,Value5,Value6
            ,,,
            true,1,'HelloWorld'
            Null,None,
               ,
            """;

    private static final Pattern REPLACED = Pattern.compile("<[^>]*>|111111111111");

    @TempDir
    Path home;

    @TestFactory
    Stream<DynamicTest> givesTheEventsThatAwsRecorded() throws IOException {
        return recorded().stream()
                .filter(recording -> !NOT_COMPARABLE.contains(name(recording)))
                .map(recording -> DynamicTest.dynamicTest(name(recording), () -> compare(recording)));
    }

    @Test
    void allButFourAreCompared() throws IOException {
        List<String> names =
                recorded().stream().map(RecordedDistributedMapTest::name).toList();
        assertThat(names).hasSize(RECORDED).doesNotHaveDuplicates().containsAll(NOT_COMPARABLE);
        assertThat(NOT_COMPARABLE).hasSize(4);
    }

    private static List<JsonNode> recorded() throws IOException {
        String folder = System.getenv("CANDOR_SHARED");
        assumeTrue(folder != null && !folder.isBlank(), "skipped: CANDOR_SHARED is not set");
        Path file = Path.of(String.valueOf(folder)).resolve("data/asl-recorded/distributed.json");
        return JsonText.parse(Files.readString(file)).valueStream().toList();
    }

    private static String name(JsonNode recording) {
        String name = recording.get("name").stringValue();
        return name.substring(name.lastIndexOf("::") + 2);
    }

    private void compare(JsonNode recording) {
        Bench bench = new Bench(home.resolve(name(recording).replaceAll("[^A-Za-z0-9]", "_")));
        bench.functions.script("lambda_func_000002fb", "{\"echo\": true}");
        putObjects(name(recording), bench.buckets);
        StateMachine machine =
                StateMachine.load("case", JsonText.write(JsonataDefinition.of(recording.get("definition"))), Map.of());

        bench.start(machine, "run", recording.get("input").stringValue());

        List<HistoryEvent> events = bench.events("run");
        List<JsonNode> demanded = recording.get("awsEvents").valueStream().toList();
        assertThat(events.stream().map(event -> event.type().apiName()))
                .containsExactlyElementsOf(demanded.stream()
                        .map(event -> event.get("type").stringValue())
                        .toList());
        for (int i = 0; i < events.size(); i++) {
            compare(demanded.get(i), events.get(i));
        }
    }

    private static void putObjects(String name, MemoryBuckets buckets) {
        if (name.contains("list_objects")) {
            for (int i = 0; i < 3; i++) {
                buckets.put("file_" + i + ".txt", "twelve bytes");
            }
        } else if (name.contains("csv")) {
            buckets.put("file.csv", csv(name));
        } else if (name.contains("no_json_list")) {
            buckets.put("file.json", "{\"Hello\": \"world\"}");
        } else if (name.contains("with_items_path")) {
            buckets.put("file.json", "[[\"from-bucket-item-0\"]]");
        } else if (name.endsWith("base_json_max_items")) {
            String one = "{\"verdict\": \"true\", \"statement_date\": \"6/11/2008\", \"statement_source\": \"speech\"}";
            buckets.put("file.json", "[" + String.join(",", one, one, one) + "]");
        } else if (name.contains("PER_BATCH_PATH")) {
            buckets.put(
                    "file.json",
                    STATEMENTS
                            + ", {\"verdict\": \"false\", \"statement_date\": \"5/18/2024\", \"statement_source\": \"x\"}, 5]");
        } else {
            buckets.put("file.json", STATEMENTS + "]");
        }
    }

    private static String csv(String name) {
        if (name.contains("max_items")) {
            return "Col1,Col2\nValue1,Value2\nValue3,Value4\nValue5,Value6\nValue7,Value8\n";
        }
        if (name.contains("typed_headers")) {
            return "0,True,{}\n" + ROWS.substring(ROWS.indexOf("Value4"));
        }
        if (name.contains("first_row_extra_fields")) {
            return "H1,\n" + ROWS.substring(ROWS.indexOf("Value4"));
        }
        return name.contains("first_line") ? "Col1,Col2,Col3\n" + ROWS : ROWS;
    }

    private static void compare(JsonNode demanded, HistoryEvent event) {
        for (var field : demanded.properties()) {
            JsonNode actual = event.details().path(field.getKey());
            switch (field.getKey()) {
                case "type", "previous", "timestamp", "assignedVariables", "state" -> {}
                case "input", "output" ->
                    assertMatches(json(field.getValue()), JsonText.parse(actual.stringValue()), event);
                case "cause" -> assertThat(field.getValue().stringValue()).endsWith(actual.stringValue());
                default -> assertMatches(field.getValue(), actual, event);
            }
        }
    }

    /** Some values were published as JSON, others as JSON text. */
    private static JsonNode json(JsonNode published) {
        return published.isString() ? JsonText.parse(published.stringValue()) : published;
    }

    private static void assertMatches(JsonNode demanded, JsonNode actual, HistoryEvent event) {
        assertThat(matches(demanded, actual))
                .as("event %s, %s: AWS recorded %s, not %s", event.id(), event.type(), demanded, actual)
                .isTrue();
    }

    private static boolean matches(JsonNode demanded, JsonNode actual) {
        if (demanded.isObject()) {
            return Set.copyOf(demanded.propertyNames()).equals(Set.copyOf(actual.propertyNames()))
                    && demanded.properties().stream()
                            .allMatch(field -> matches(field.getValue(), actual.path(field.getKey())));
        }
        if (demanded.isArray()) {
            return demanded.size() == actual.size()
                    && Stream.iterate(0, i -> i < demanded.size(), i -> i + 1)
                            .allMatch(i -> matches(demanded.get(i), actual.get(i)));
        }
        if (demanded.isString()
                && (demanded.stringValue().equals("date")
                        || demanded.stringValue().equals("<date>"))) {
            return !actual.isMissingNode();
        }
        return demanded.isString() ? matches(demanded.stringValue(), actual) : demanded.equals(actual);
    }

    private static boolean matches(String demanded, JsonNode actual) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (var replaced : REPLACED.matcher(demanded).results().toList()) {
            pattern.append(Pattern.quote(demanded.substring(from, replaced.start())))
                    .append(".+");
            from = replaced.end();
        }
        pattern.append(Pattern.quote(demanded.substring(from)));
        return actual.isString() && Pattern.matches(pattern.toString(), actual.stringValue());
    }
}
