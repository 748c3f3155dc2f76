package candor.statemachine;

import static candor.statemachine.DistributedMachines.json;
import static candor.statemachine.DistributedMachines.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.expression.JsonText;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tasks that start an execution of another machine and wait for it, and the machine for many symbols that uses one. */
class NestedExecutionTest {

    private static final String FAIL = "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}";
    private static final String ECHO = "{\"echo\":true}";

    /** What the nested executions run: f, handed the input. */
    private static final StateMachine PIPELINE = StateMachine.load(
            "pipeline",
            ("{'QueryLanguage': 'JSONata', " + DistributedMachines.CALLS_F + "}").replace('\'', '"'),
            Map.of());

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
        bench.nest(PIPELINE);
    }

    private static StateMachine machine(String arguments, String rest) {
        return StateMachine.load(
                "m",
                ("{'QueryLanguage': 'JSONata', 'StartAt': 'Start', 'States': {'Start': {'Type': 'Task',"
                                + " 'Resource': 'arn:aws:states:::states:startExecution.sync:2', 'Arguments': {"
                                + arguments + "}, " + rest + "'End': true}}}")
                        .replace('\'', '"'),
                Map.of("PipelineArn", PIPELINE.arn()));
    }

    /** The fields are those of AWS's recorded answers. */
    @Test
    void theResultDescribesTheExecution() {
        bench.functions.script("f", ECHO);

        JsonNode result = JsonText.parse(output(bench.start(
                machine("'StateMachineArn': '${PipelineArn}', 'Name': 'inner', 'Input': {'a': 1}", ""), "run", "{}")));

        assertThat(result.propertyNames()).containsExactlyElementsOf(RecordedFields.OF_A_SUCCESS);
        assertThat(result.get("Name").stringValue()).isEqualTo("inner");
        assertThat(result.get("Input")).isEqualTo(json("{'a': 1}"));
        assertThat(result.get("Output")).isEqualTo(json("{'a': 1}"));
        assertThat(result.get("Status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(bench.history("run"))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered Start",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSubmitted",
                        "TaskSucceeded",
                        "TaskStateExited Start",
                        "ExecutionSucceeded");
        assertThat(bench.find("inner").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aFailedExecutionFailsItsTaskAndARedriveStartsAnotherOne() {
        bench.functions.script("f", FAIL, ECHO);
        ExecutionResult result = bench.start(machine("'StateMachineArn': '${PipelineArn}'", ""), "run", "{}");

        assertThat(result.error()).isEqualTo("States.TaskFailed");
        JsonNode cause = JsonText.parse(String.valueOf(result.cause()));
        assertThat(cause.get("Error").stringValue()).isEqualTo("Wrong");
        assertThat(cause.get("Status").stringValue()).isEqualTo("FAILED");
        assertThat(cause.get("RedriveStatus").stringValue()).isEqualTo("REDRIVABLE");
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.executions.list().executions()).hasSize(3);
    }

    @Test
    void anUnknownMachineIsAnErrorThatARuleCanName() {
        ExecutionResult result = bench.start(machine("'StateMachineArn': 'arn:none'", ""), "run", "{}");

        assertThat(result.error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
        assertThat(result.cause()).contains("arn:none");
    }

    @Test
    void whatTheTaskLacksIsNamed() {
        assertThatThrownBy(() -> machine("'Input': 1", "")).hasMessageContaining("field 'StateMachineArn': missing");
        assertThatThrownBy(() -> machine("'StateMachineArn': 'a', 'TraceHeader': 'x'", ""))
                .hasMessageContaining("field 'TraceHeader'");
    }

    /** The file that is deployed, on a list of five, one of which fails; then redriven where more fail than may. */
    @Test
    void theUniverseRunsAsItIsDeployed() {
        StateMachine universe = StateMachine.load(
                "universe",
                Path.of(Objects.requireNonNull(System.getProperty("candor.root")), "statemachine", "universe.asl.json"),
                Map.of("Bucket", "local", "PipelineArn", PIPELINE.arn()));
        bench.functions.script("f", ECHO, FAIL, ECHO);
        bench.buckets.put(
                "universe/lists/us.json",
                "[{\"symbol\": \"A\"}, {\"symbol\": \"B\", \"asOf\": \"2026-01-05\"}, {\"symbol\": \"C\"}]");
        String input =
                "{\"list\": \"universe/lists/us.json\", \"asOf\": \"2026-04-24\", \"toleratedFailurePercentage\": ";

        JsonNode result = JsonText.parse(output(bench.start(universe, "tolerant", input + "40}")));

        String manifest = result.at("/ResultWriterDetails/Key").stringValue();
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        assertThat(folder).startsWith("universe/results/");
        JsonNode succeeded = JsonText.parse(bench.buckets.text(folder + "SUCCEEDED_0.json"));
        assertThat(succeeded.valueStream().map(child -> child.get("symbol").stringValue()))
                .containsExactly("A", "C");
        JsonNode failed = JsonText.parse(bench.buckets.text(folder + "FAILED_0.json"));
        assertThat(failed.get(0).get("Error").stringValue()).isEqualTo("States.TaskFailed");
        List<JsonNode> payloads = bench.functions.payloads();
        assertThat(payloads.get(0).get("asOf").stringValue()).isEqualTo("2026-04-24");
        assertThat(payloads.get(1).get("asOf").stringValue()).isEqualTo("2026-01-05");
        assertThat(bench.executions.list().executions())
                .extracting(execution -> execution.header().machine().name())
                .containsOnly("universe", "pipeline");

        bench.functions.script("f", ECHO, FAIL, ECHO);
        assertThat(bench.start(universe, "strict", input + "10}").error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
        bench.functions.forget();
        assertThat(bench.redrive("strict").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.functions.payloads().stream()
                        .map(payload -> payload.get("symbol").stringValue()))
                .containsExactly("B", "C");
    }

    @Test
    void aKilledParentLeavesItsNestedExecutionToBeSeen() {
        bench.functions.script("f", "{\"kill\":true}", ECHO);
        StateMachine machine = machine("'StateMachineArn': '${PipelineArn}', 'Name': 'inner'", "");

        assertThatThrownBy(() -> bench.start(machine, "run", "{}")).isInstanceOf(ScriptedInvoker.Killed.class);

        assertThat(bench.history("run")).endsWith("TaskSubmitted");
        assertThat(bench.executions.find("inner").map(Execution::status)).contains(ExecutionStatus.ABORTED);
    }
}
