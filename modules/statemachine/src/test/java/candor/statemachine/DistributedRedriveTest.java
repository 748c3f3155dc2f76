package candor.statemachine;

import static candor.statemachine.DistributedMachines.children;
import static candor.statemachine.DistributedMachines.output;
import static candor.statemachine.DistributedMachines.standard;
import static candor.statemachine.DistributedMachines.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.HistoryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A redrive of the parent redrives its Map run, as AWS documents it and was recorded: what succeeded is left alone, a
 * Standard child goes on in its failed state, an Express child starts again from its first, what was pending starts.
 */
class DistributedRedriveTest {

    private static final String FAIL = "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}";
    private static final String ECHO = "{\"echo\":true}";

    /** A child of two states. */
    private static final String TWO_STATES = """
            'StartAt': 'First', 'States': {
             'First': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
              'Arguments': {'FunctionName': 'first', 'Payload': '{% $states.input %}'},
              'Output': '{% $states.result.Payload %}', 'Next': 'Second'},
             'Second': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
              'Arguments': {'FunctionName': 'second', 'Payload': '{% $states.input %}'},
              'Output': '{% [$states.result.Payload, $states.context.Execution.RedriveCount] %}', 'End': true}}""";

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
    }

    @Test
    void aStandardChildContinuesInItsFailedState() {
        bench.functions.script("first", ECHO).script("second", ECHO, FAIL, ECHO);
        StateMachine machine = DistributedMachines.of("STANDARD", TWO_STATES, "'End': true");
        assertThat(bench.start(machine, "run", "[1,2,3]").status()).isEqualTo(ExecutionStatus.FAILED);
        List<Execution> before = children(bench, "run");
        bench.functions.forget();

        ExecutionResult result = bench.redrive("run");

        assertThat(output(result)).isEqualTo("[[1,0],[2,1],[3,0]]");
        assertThat(bench.functions.called()).containsExactly("second", "first", "second");
        assertThat(bench.history("run"))
                .endsWith(
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "MapRunRedriven",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited Each",
                        "ExecutionSucceeded");
        Execution redriven = children(bench, "run").get(1);
        assertThat(redriven.name()).isEqualTo(before.get(1).name());
        assertThat(redriven.redriveCount()).isEqualTo(1);
        assertThat(redriven.events().stream()
                        .filter(event -> event.type().entersState())
                        .map(event -> event.state().orElseThrow()))
                .containsExactly("First", "Second");
        assertThat(children(bench, "run").getFirst()).isEqualTo(before.getFirst());
    }

    @Test
    void anExpressChildStartsAgainFromItsFirstState() {
        bench.functions.script("first", ECHO).script("second", ECHO, FAIL, ECHO);
        StateMachine machine = DistributedMachines.of("EXPRESS", TWO_STATES, "'End': true");
        bench.start(machine, "run", "[1,2]");
        String name = children(bench, "run").get(1).name();
        bench.functions.forget();

        assertThat(output(bench.redrive("run"))).isEqualTo("[[1,0],[2,1]]");

        assertThat(bench.functions.called()).containsExactly("first", "second");
        assertThat(children(bench, "run").get(1).name()).isEqualTo(name);
    }

    @Test
    void aMapRunIsRedrivenUntilItSucceeds() {
        bench.functions.script("f", FAIL, FAIL, ECHO);
        bench.start(standard("'End': true"), "run", "[1]");
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.FAILED);

        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        assertThat(bench.events("run").stream()
                        .filter(event -> event.details().has("redriveCount"))
                        .map(event ->
                                event.type().apiName() + " " + event.details().get("redriveCount")))
                .containsExactly("ExecutionRedriven 1", "MapRunRedriven 1", "ExecutionRedriven 2", "MapRunRedriven 2");
        assertThat(bench.executions.mapRuns("run")).hasSize(1);
    }

    @Test
    void whatTheKilledProcessHadDoneIsNotDoneAgain() {
        bench.functions.script("f", ECHO, "{\"kill\":true}", ECHO);
        StateMachine machine = standard("'End': true");
        assertThatThrownBy(() -> bench.start(machine, "run", "[1,2,3]")).isInstanceOf(ScriptedInvoker.Killed.class);
        assertThat(statuses(bench, "run")).containsExactly("SUCCEEDED", "ABORTED");
        bench.functions.forget();

        assertThat(output(bench.redrive("run"))).isEqualTo("[1,2,3]");

        assertThat(bench.functions.payloads()).extracting(Object::toString).containsExactly("2", "3");
    }

    /** The list was absent when the first Map run began: the redrive begins another one, which reads it. */
    @Test
    void aReaderThatFailedReadsAgain() {
        bench.functions.script("f", ECHO);
        StateMachine machine = standard(
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'},"
                        + " 'Arguments': {'Bucket': 'b', 'Key': 'list.json'}}, 'End': true");
        bench.start(machine, "run", "{}");
        bench.buckets.put("list.json", "[1]");

        assertThat(output(bench.redrive("run"))).isEqualTo("[1]");
        assertThat(bench.history("run")).containsOnlyOnce("MapRunFailed").doesNotContain("MapRunRedriven");
    }

    /** Once read, the items are the Map run's: a list that changes in between changes nothing. */
    @Test
    void aRedriveKeepsTheItemsThatWereRead() {
        bench.functions.script("f", FAIL, ECHO);
        bench.buckets.put("list.json", "[1,2]");
        StateMachine machine = standard(
                "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'},"
                        + " 'Arguments': {'Bucket': 'b', 'Key': 'list.json'}}, 'End': true");
        bench.start(machine, "run", "{}");
        bench.buckets.put("list.json", "[7]");

        assertThat(output(bench.redrive("run"))).isEqualTo("[1,2]");
    }

    @Test
    void aMapInsideAnIterationFindsItsOwnMapRun() {
        StateMachine machine = StateMachine.load(
                "m",
                ("{'QueryLanguage': 'JSONata', 'StartAt': 'Outer', 'States': {'Outer': {'Type': 'Map', 'End': true,"
                                + " 'ItemProcessor': {'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'End': true,"
                                + " 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType':"
                                + " 'STANDARD'}, " + DistributedMachines.CALLS_F + "}}}}}}}")
                        .replace('\'', '"'),
                Map.of());
        bench.functions.script("f", ECHO, ECHO, FAIL, ECHO);
        assertThat(bench.start(machine, "run", "[[1,2],[3,4]]").status()).isEqualTo(ExecutionStatus.FAILED);
        bench.functions.forget();

        assertThat(output(bench.redrive("run"))).isEqualTo("[[1,2],[3,4]]");

        assertThat(bench.functions.payloads()).extracting(Object::toString).containsExactly("3", "4");
        assertThat(bench.executions.mapRuns("run")).hasSize(2);
    }

    /** A pause that nobody sits through ends the child that asks for it; the others go on, and a redrive continues it. */
    @Test
    void aDeclinedPauseStopsOneChildOnly() {
        String processor = """
                'StartAt': 'Wait', 'States': {'Wait': {'Type': 'Wait', 'Seconds': '{% $states.input %}', 'End': true}}""";
        StateMachine machine = DistributedMachines.of("STANDARD", processor, "'ToleratedFailureCount': 1, 'End': true");
        bench.pace.declineLongerThan(60);

        ExecutionResult result = bench.start(machine, "run", "[1,900,2]");

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(statuses(bench, "run")).containsExactly("SUCCEEDED", "ABORTED", "SUCCEEDED");
        assertThat(children(bench, "run").get(1).cause()).contains("come back later");
    }

    @Test
    void theHistoryStaysInOrder() {
        bench.functions.script("f", FAIL, ECHO);
        bench.start(standard("'End': true"), "run", "[1]");
        bench.redrive("run");

        assertThat(bench.events("run")).extracting(HistoryEvent::id).isSorted().doesNotHaveDuplicates();
    }
}
