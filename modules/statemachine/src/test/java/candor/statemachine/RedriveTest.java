package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.HistoryEvent;
import candor.statemachine.history.RedriveOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A redrive continues an execution from what did not succeed, by AWS's rule. */
class RedriveTest {

    private static final String KILL = "{\"kill\":true}";
    private static final String FAIL = "{\"throw\":{\"error\":\"Wrong\",\"cause\":\"{}\"}}";

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
    }

    private static String task(String function, String rest) {
        return "\"" + function + "\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Arguments\":{"
                + "\"FunctionName\":\"" + function + "\",\"Payload\":\"{% $states.input %}\"},"
                + "\"Output\":\"{% $states.result.Payload %}\"," + rest + "}";
    }

    private static StateMachine machine(String startAt, String... states) {
        return StateMachine.load(
                "m",
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"" + startAt + "\",\"States\":{" + String.join(",", states)
                        + "}}",
                Map.of());
    }

    private static StateMachine chain() {
        return machine(
                "a",
                task("a", "\"Assign\":{\"kept\":\"{% $states.result.Payload & '!' %}\"},\"Next\":\"b\""),
                task("b", "\"Retry\":[{\"ErrorEquals\":[\"Wrong\"],\"MaxAttempts\":1}],\"Next\":\"c\""),
                task("c", "\"Output\":[\"{% $kept %}\",\"{% $states.result.Payload %}\"],\"End\":true")
                        .replaceFirst("\"Output\":\"[^\"]*\",", ""));
    }

    private static StateMachine branches() {
        return machine(
                "p",
                "\"p\":{\"Type\":\"Parallel\",\"Branches\":["
                        + "{\"StartAt\":\"left\",\"States\":{" + task("left", "\"End\":true") + "}},"
                        + "{\"StartAt\":\"r1\",\"States\":{"
                        + task("r1", "\"Assign\":{\"own\":\"{% $states.result.Payload %}\"},\"Next\":\"r2\"") + ","
                        + "\"r2\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Arguments\":{"
                        + "\"FunctionName\":\"r2\"},\"Output\":\"{% $own & $states.result.Payload %}\",\"End\":true}}},"
                        + "{\"StartAt\":\"last\",\"States\":{" + task("last", "\"End\":true") + "}}],\"End\":true}");
    }

    @Test
    void aFailedTaskIsRunAgainAndNothingBeforeIt() {
        bench.functions.script("a", "{\"return\":\"A\"}");
        bench.functions.script("b", FAIL, FAIL, FAIL, "{\"return\":\"B\"}");
        bench.functions.script("c", "{\"echo\":true}");
        assertThat(bench.start(chain(), "run", "{}").status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(bench.functions.called()).containsExactly("a", "b", "b");
        bench.functions.forget();

        ExecutionResult result = bench.redrive("run");

        assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(result.output()).isEqualTo("[\"A!\",\"B\"]");
        assertThat(bench.functions.called()).as("the retrier counts anew").containsExactly("b", "b", "c");
        assertThat(bench.functions.payloads().getFirst().stringValue()).isEqualTo("A");
        assertThat(bench.history("run"))
                .containsSubsequence(
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskFailed",
                        "TaskScheduled",
                        "TaskStarted",
                        "TaskSucceeded",
                        "TaskStateExited b",
                        "TaskStateEntered c");
        assertThat(bench.history("run").stream().filter("TaskStateEntered b"::equals))
                .hasSize(1);
        assertThat(bench.find("run").redriveCount()).isEqualTo(1);
        assertThat(bench.find("run").events())
                .extracting(HistoryEvent::id)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aKilledTaskIsRunAgain() {
        bench.functions.script("a", "{\"return\":\"A\"}");
        bench.functions.script("b", KILL, "{\"return\":\"B\"}");
        bench.functions.script("c", "{\"echo\":true}");
        assertThatThrownBy(() -> bench.start(chain(), "run", "{}")).isInstanceOf(ScriptedInvoker.Killed.class);
        assertThat(bench.find("run").status()).isEqualTo(ExecutionStatus.ABORTED);
        bench.functions.forget();

        assertThat(bench.redrive("run").output()).isEqualTo("[\"A!\",\"B\"]");
        assertThat(bench.functions.called()).containsExactly("b", "c");
    }

    @Test
    void aKillAfterAnyEventOfAChainLeadsToTheSameEnd() throws IOException {
        bench.functions.script("a", "{\"return\":\"A\"}");
        bench.functions.script("b", "{\"return\":\"B\"}");
        bench.functions.script("c", "{\"echo\":true}");

        cutAfterEveryEvent(chain(), "[\"A!\",\"B\"]", 3);
    }

    @Test
    void aKillAfterAnyEventOfBranchesLeadsToTheSameEnd() throws IOException {
        bench.functions.script("left", "{\"return\":1}");
        bench.functions.script("r1", "{\"return\":\"x\"}");
        bench.functions.script("r2", "{\"return\":\"y\"}");
        bench.functions.script("last", "{\"return\":3}");

        cutAfterEveryEvent(branches(), "[1,\"xy\",3]", 4);
    }

    /** Whatever the last line that reached the disk, the next one torn: no Task that was left runs again. */
    private void cutAfterEveryEvent(StateMachine machine, String output, int tasks) throws IOException {
        bench.start(machine, "whole", "{}");
        Path folder = home.resolve("executions");
        List<String> lines = Files.readAllLines(folder.resolve("whole/history.jsonl"));
        for (int kept = 0; kept < lines.size(); kept++) {
            Path cut = Files.createDirectories(folder.resolve("cut" + kept));
            Files.copy(folder.resolve("whole/execution.json"), cut.resolve("execution.json"));
            String torn = lines.get(kept).substring(0, lines.get(kept).length() / 2);
            Files.writeString(
                    cut.resolve("history.jsonl"),
                    String.join("\n", lines.subList(0, kept)) + (kept == 0 ? "" : "\n") + torn);
            bench.functions.forget();

            assertThat(bench.redrive("cut" + kept).output()).as("kept %s", kept).isEqualTo(output);
            int left = (int) lines.subList(0, kept).stream()
                    .filter(line -> line.contains("\"TaskStateExited\""))
                    .count();
            assertThat(bench.functions.called()).as("kept %s", kept).hasSize(tasks - left);
        }
    }

    @Test
    void onlyTheUnsuccessfulBranchesOfAParallelStateAreRunAgain() {
        bench.functions.script("left", "{\"return\":1}");
        bench.functions.script("r1", "{\"return\":\"x\"}");
        bench.functions.script("r2", FAIL, "{\"return\":\"y\"}");
        bench.functions.script("last", "{\"return\":3}");
        assertThat(bench.start(branches(), "run", "{}").error()).isEqualTo("Wrong");
        assertThat(bench.functions.called()).containsExactly("left", "r1", "r2");
        bench.functions.forget();

        assertThat(bench.redrive("run").output()).isEqualTo("[1,\"xy\",3]");
        assertThat(bench.functions.called()).containsExactly("r2", "last");
    }

    @Test
    void onlyTheUnsuccessfulIterationsOfAMapStateAreRunAgain() {
        StateMachine machine = machine(
                "m",
                "\"m\":{\"Type\":\"Map\",\"MaxConcurrency\":1,\"ItemProcessor\":{\"StartAt\":\"first\",\"States\":{"
                        + task("first", "\"Assign\":{\"own\":\"{% $states.result.Payload %}\"},\"Next\":\"second\"")
                        + ","
                        + task("second", "\"End\":true") + "}},\"End\":true}");
        bench.functions.script("first", "{\"echo\":true}");
        bench.functions.script("second", "{\"echo\":true}", FAIL, "{\"echo\":true}");
        assertThat(bench.start(machine, "run", "[1,2,3]").error()).isEqualTo("Wrong");
        assertThat(bench.functions.called()).containsExactly("first", "second", "first", "second");
        bench.functions.forget();

        assertThat(bench.redrive("run").output()).isEqualTo("[1,2,3]");
        assertThat(bench.functions.called()).containsExactly("second", "first", "second");
        assertThat(bench.functions.payloads()).extracting(Object::toString).containsExactly("2", "3", "3");
        assertThat(bench.history("run")).filteredOn("MapStateStarted"::equals).hasSize(1);
    }

    @Test
    void aMapStateThatIsRetriedAfterARedriveRunsAllItsIterationsAgain() {
        StateMachine machine = machine(
                "m",
                "\"m\":{\"Type\":\"Map\",\"MaxConcurrency\":1,\"ItemProcessor\":{\"StartAt\":\"t\",\"States\":{"
                        + task("t", "\"End\":true")
                        + "}},\"Retry\":[{\"ErrorEquals\":[\"Later\"]}],\"End\":true}");
        String later = "{\"throw\":{\"error\":\"Later\",\"cause\":\"{}\"}}";
        bench.functions.script("t", "{\"echo\":true}", FAIL, later, "{\"echo\":true}");
        assertThat(bench.start(machine, "run", "[1,2]").error()).isEqualTo("Wrong");
        bench.functions.forget();

        assertThat(bench.redrive("run").output()).isEqualTo("[1,2]");
        assertThat(bench.functions.payloads()).extracting(Object::toString).containsExactly("2", "1", "2");
    }

    @Test
    void aTaskThatWaitedForItsTokenIsGivenAnotherOne() {
        StateMachine machine = machine(
                "ask",
                "\"ask\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke.waitForTaskToken\","
                        + "\"Arguments\":{\"FunctionName\":\"ask\",\"Payload\":\"{% $states.context.Task.Token %}\"},"
                        + "\"TimeoutSeconds\":60,\"End\":true}");
        bench.functions.script("ask", "{\"return\":1}");
        assertThat(bench.start(machine, "run", "{}").error()).isEqualTo("States.Timeout");
        bench.pace.pass(Duration.ofHours(1));
        bench.tokens.script("{\"after\":59,\"success\":\"yes\"}");

        assertThat(bench.redrive("run").output()).isEqualTo("\"yes\"");
        assertThat(bench.tokens.awaited()).hasSize(2).doesNotHaveDuplicates();
        assertThat(bench.functions.payloads())
                .extracting(JsonNode::stringValue)
                .containsExactlyElementsOf(bench.tokens.awaited());
    }

    @Test
    void aWaitThatWasDeclinedGoesOnForWhatIsLeft() {
        StateMachine machine = machine("w", "\"w\":{\"Type\":\"Wait\",\"Seconds\":900,\"End\":true}");
        bench.pace.declinePauses(true);
        assertThat(bench.start(machine, "run", "{}").status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.history("run")).endsWith("WaitStateEntered w", "WaitStateAborted", "ExecutionAborted");
        bench.pace.declinePauses(false);
        bench.pace.pass(Duration.ofMinutes(10));

        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.pace.pauses()).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void aFailStateIsRedrivenIntoItself() {
        StateMachine machine = machine("f", "\"f\":{\"Type\":\"Fail\",\"Error\":\"E\"}");
        bench.start(machine, "run", "{}");

        assertThat(bench.redrive("run").error()).isEqualTo("E");
        assertThat(bench.redrive("run").error()).isEqualTo("E");
        assertThat(bench.find("run").redriveCount()).isEqualTo(2);
    }

    @Test
    void whatSucceededOrDoesNotExistIsNotRedriven() {
        bench.start(machine("s", "\"s\":{\"Type\":\"Succeed\"}"), "run", "{}");

        assertThat(bench.executions.redrive("run"))
                .isEqualTo(new RedriveOutcome.NotRedrivable(ExecutionStatus.SUCCEEDED));
        assertThat(bench.executions.redrive("absent")).isEqualTo(new RedriveOutcome.NotFound("absent"));
        assertThat(bench.executions.redrive("../x")).isEqualTo(new RedriveOutcome.NotFound("../x"));
    }
}
