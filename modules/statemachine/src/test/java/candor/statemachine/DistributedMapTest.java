package candor.statemachine;

import static candor.statemachine.DistributedMachines.CALLS_F;
import static candor.statemachine.DistributedMachines.children;
import static candor.statemachine.DistributedMachines.json;
import static candor.statemachine.DistributedMachines.output;
import static candor.statemachine.DistributedMachines.standard;
import static candor.statemachine.DistributedMachines.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.HistoryEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Children of a Distributed Map: what they see, how they end, and how many of them may fail. */
class DistributedMapTest {

    private static final String FAIL = "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}";
    private static final String ECHO = "{\"echo\":true}";

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
    }

    @Test
    void aChildIsAnExecutionOfItsOwn() {
        bench.functions.script("f", ECHO);

        ExecutionResult result = bench.start(standard("'Label': 'Symbols', 'End': true"), "run", "[\"a\",\"b\"]");

        assertThat(output(result)).isEqualTo("[\"a\",\"b\"]");
        assertThat(bench.history("run"))
                .containsExactly(
                        "ExecutionStarted",
                        "MapStateEntered Each",
                        "MapStateStarted",
                        "MapRunStarted",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited Each",
                        "ExecutionSucceeded");
        List<Execution> children = children(bench, "run");
        assertThat(children).extracting(child -> child.output().orElseThrow()).containsExactly("\"a\"", "\"b\"");
        assertThat(children).extracting(Execution::name).doesNotHaveDuplicates().allMatch(name -> name.length() == 36);
        assertThat(children.getFirst().events())
                .extracting(event -> event.type().apiName())
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited",
                        "ExecutionSucceeded");
        assertThat(children.getFirst().header().machine().arn()).endsWith(":stateMachine:m/Symbols");
        assertThat(bench.executions.list().executions())
                .extracting(Execution::name)
                .containsExactly("run");
    }

    @Test
    void aChildSeesItsInputAndNothingOfItsParent() {
        StateMachine machine = StateMachine.load("m", """
                {"QueryLanguage": "JSONata", "StartAt": "Keep", "States": {
                 "Keep": {"Type": "Pass", "Assign": {"kept": 1}, "Next": "Each"},
                 "Each": {"Type": "Map", "Items": [1], "End": true, "ItemSelector": {"kept": "{% $kept %}"},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                   "StartAt": "Look", "States": {"Look": {"Type": "Pass", "Assign": {"kept": 2}, "Output": {
                    "input": "{% $states.input %}", "parent": "{% $exists($kept) %}",
                    "map": "{% $exists($states.context.Map) %}", "execution": "{% $states.context.Execution %}",
                    "machine": "{% $states.context.StateMachine.Id %}"}, "End": true}}}}}}""", java.util.Map.of());

        JsonNode seen =
                JsonText.parse(output(bench.start(machine, "run", "{}"))).get(0);

        String name = children(bench, "run").getFirst().name();
        assertThat(seen.get("input")).isEqualTo(json("{'kept': 1}"));
        assertThat(seen.get("parent").booleanValue()).isFalse();
        assertThat(seen.get("map").booleanValue()).isFalse();
        assertThat(seen.get("machine").stringValue()).endsWith(":stateMachine:m/Each");
        assertThat(seen.at("/execution/Name").stringValue()).isEqualTo(name);
        assertThat(seen.at("/execution/Id").stringValue()).contains(":express:m/Each:" + name + ":");
        assertThat(seen.at("/execution/Input")).isEqualTo(json("{'kept': 1}"));
    }

    @Test
    void theSelectorSeesWhereAnItemIsFrom() {
        String selector = "'ItemSelector': {'item': '{% $states.context.Map.Item %}'}, ";
        bench.functions.script("f", ECHO);
        bench.buckets.put("list.json", "[7]");

        String given = output(bench.start(standard(selector + "'End': true"), "given", "[7]"));
        String read = output(bench.start(
                standard(selector
                        + "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType':"
                        + " 'JSON'}, 'Arguments': {'Bucket': 'b', 'Key': 'list.json'}}, 'End': true"),
                "read",
                "{}"));

        assertThat(json(given)).isEqualTo(json("[{'item': {'Index': 0, 'Value': 7, 'Source': 'STATE_DATA'}}]"));
        assertThat(json(read)).isEqualTo(json("[{'item': {'Index': 0, 'Value': 7, 'Source': 's3://b/list.json'}}]"));
    }

    /** Of four items the first ones fail, one after another; AWS was recorded to leave those after the last one pending. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -, -, SUCCEEDED, 4",
                "1, -, -, FAILED, 1",
                "1, 0, -, FAILED, 1",
                "1, 1, -, SUCCEEDED, 4",
                "2, 1, -, FAILED, 2",
                "1, -, 25, SUCCEEDED, 4",
                "1, -, 24.9, FAILED, 1",
                "2, -, 25, FAILED, 2",
                "4, -, 100, SUCCEEDED, 4",
                "1, 3, 10, FAILED, 1",
                "2, 1, 100, FAILED, 2",
            })
    void asManyItemsMayFailAsAreTolerated(int failing, String count, String percentage, String status, int started) {
        String[] behaviours = {ECHO, ECHO, ECHO, ECHO};
        for (int i = 0; i < failing; i++) {
            behaviours[i] = FAIL;
        }
        bench.functions.script("f", behaviours);
        String limits = (count == null ? "" : "'ToleratedFailureCount': " + count + ", ")
                + (percentage == null ? "" : "'ToleratedFailurePercentage': " + percentage + ", ");

        ExecutionResult result = bench.start(standard(limits + "'End': true"), "run", "[0,1,2,3]");

        assertThat(result.status().name()).isEqualTo(status);
        assertThat(children(bench, "run")).hasSize(started);
        if (status.equals("FAILED")) {
            assertThat(result.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
            assertThat(result.cause()).isEqualTo("The specified tolerated failure threshold was exceeded");
            assertThat(bench.history("run")).endsWith("MapRunFailed", "MapStateFailed", "ExecutionFailed");
        } else {
            assertThat(bench.history("run")).endsWith("MapStateSucceeded", "MapStateExited Each", "ExecutionSucceeded");
        }
    }

    /** As documented: a failed child is shown whole, whatever becomes of the others. */
    @Test
    void aToleratedFailureIsTold() {
        bench.functions.script("f", ECHO, FAIL, ECHO);

        JsonNode results = JsonText.parse(
                output(bench.start(standard("'ToleratedFailureCount': 1, 'End': true"), "run", "[\"a\",\"b\",\"c\"]")));

        assertThat(results.get(0)).isEqualTo(json("'a'"));
        assertThat(results.get(2)).isEqualTo(json("'c'"));
        assertThat(results.get(1).get("Status").stringValue()).isEqualTo("FAILED");
        assertThat(results.get(1).get("Error").stringValue()).isEqualTo("Wrong");
        assertThat(results.get(1).get("Input").stringValue()).isEqualTo("\"b\"");
    }

    @Test
    void anItemsOwnRetriesAndTimeAreItsOwn() {
        String processor =
                CALLS_F.replace("'End': true", "'Retry': [{'ErrorEquals': ['Wrong'], 'MaxAttempts': 1}], 'End': true");
        bench.functions.script("f", FAIL, ECHO, FAIL, FAIL, ECHO);

        ExecutionResult result = bench.start(
                DistributedMachines.of("STANDARD", processor, "'ToleratedFailureCount': 1, 'End': true"),
                "run",
                "[1,2,3]");

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(statuses(bench, "run")).containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED");
    }

    @Test
    void anExpressChildEndsAfterFiveMinutes() {
        bench.functions.script("f", "{\"hang\":true}", ECHO);

        ExecutionResult result = bench.start(
                DistributedMachines.of("EXPRESS", CALLS_F, "'ToleratedFailurePercentage': 50, 'End': true"),
                "run",
                "[1,2]");

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        Execution late = children(bench, "run").getFirst();
        assertThat(late.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(late.stopDate().orElseThrow())
                .isEqualTo(late.header().startDate().plusSeconds(300));
    }

    @Test
    void theParentsTimeIsTheChildrensToo() {
        StateMachine machine = StateMachine.load(
                "m",
                standard("'End': true").definition().replaceFirst("\\{", "{\"TimeoutSeconds\": 60, "),
                java.util.Map.of());
        bench.functions.script("f", "{\"hang\":true}");

        assertThat(bench.start(machine, "run", "[1,2]").status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(statuses(bench, "run")).containsExactly("TIMED_OUT");
    }

    @Test
    void aRetryOfTheMapIsAnotherMapRun() {
        bench.functions.script("f", FAIL, ECHO);

        ExecutionResult result = bench.start(
                standard("'Retry': [{'ErrorEquals': ['States.ExceedToleratedFailureThreshold'], 'MaxAttempts': 1}],"
                        + " 'End': true"),
                "run",
                "[1]");

        assertThat(output(result)).isEqualTo("[1]");
        assertThat(bench.executions.mapRuns("run")).hasSize(2);
    }

    @Test
    void whatAReaderCannotReadIsCaught() {
        StateMachine machine = standard(
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'},"
                        + " 'Arguments': {'Bucket': 'b', 'Key': '{% $states.input.key %}'}}, 'End': true");

        ExecutionResult absent = bench.start(machine, "absent", "{\"key\": \"none.json\"}");
        bench.buckets.put("torn.json", "[1, 2");
        ExecutionResult torn = bench.start(machine, "torn", "{\"key\": \"torn.json\"}");

        assertThat(absent.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(absent.cause()).isEqualTo("There is no object 'none.json' in the bucket 'b'.");
        assertThat(torn.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(torn.cause()).contains("not JSON").contains("line 1");
        assertThat(bench.history("torn")).endsWith("MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }

    @Test
    void aRunnerWithoutBucketsSaysSo() {
        StateMachine machine = standard(
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:listObjectsV2', 'Arguments': {'Bucket': 'b'}}, 'End':"
                        + " true");

        ExecutionResult result = bench.startWithoutBuckets(machine, "run", "{}");

        assertThat(result.cause()).isEqualTo("there is no bucket 'b': this runner was given none");
    }

    @Test
    void anEmptyListIsDoneAtOnce() {
        assertThat(output(bench.start(standard("'End': true"), "run", "[]"))).isEqualTo("[]");
        assertThat(bench.events("run")).extracting(HistoryEvent::type).hasSize(8);
    }

    @Test
    void nothingOfTheChildrenIsLeftWhenTheirParentIsRemoved() {
        bench.functions.script("f", ECHO);
        bench.start(standard("'End': true"), "run", "[1,2]");

        bench.executions.remove("run");

        assertThat(bench.executions.find("run")).isEmpty();
        assertThat(home.resolve("executions/run")).doesNotExist();
        assertThat(Files.exists(home.resolve("executions"))).isTrue();
    }
}
