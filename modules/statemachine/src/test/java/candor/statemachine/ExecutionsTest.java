package candor.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.statemachine.definition.StateMachine;
import candor.statemachine.history.Execution;
import candor.statemachine.history.ExecutionStatus;
import candor.statemachine.history.Executions;
import candor.statemachine.history.RedriveOutcome;
import candor.statemachine.history.StartOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, locks and files of executions. */
class ExecutionsTest {

    private static final StateMachine MACHINE = StateMachine.load(
            "m",
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
            Map.of());

    @TempDir
    Path home;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(home);
    }

    private StartOutcome start(String name, String input) {
        return bench.executions.start(MACHINE, name, input, bench.pace.instant());
    }

    @Test
    void aNameThatRunsOnTheSameInputIsTheSameExecution() {
        try (var journal = ((StartOutcome.Created) start("run", "{\"a\":1}")).journal()) {
            assertThat(journal.recorded()).isEmpty();
            assertThat(start("run", "{ \"a\": 1 }")).isEqualTo(new StartOutcome.AlreadyRunning("run"));
            assertThat(start("run", "{\"a\":2}")).isInstanceOf(StartOutcome.AlreadyExists.class);
            assertThat(bench.find("run").status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(bench.executions.redrive("run"))
                    .isEqualTo(new RedriveOutcome.NotRedrivable(ExecutionStatus.RUNNING));
        }
    }

    @Test
    void lookingAtARunningExecutionLeavesItsLockAlone() throws IOException, InterruptedException {
        try (var journal = ((StartOutcome.Created) start("run", "{}")).journal()) {
            assertThat(bench.executions.list().executions()).hasSize(1);
            assertThat(journal.header().name()).isEqualTo("run");
            assertThat(tryLockInAnotherProcess()).isEqualTo("locked");
        }
        assertThat(tryLockInAnotherProcess()).isEqualTo("free");
    }

    /** A process of its own, because the locks of one process do not exclude each other. */
    private String tryLockInAnotherProcess() throws IOException, InterruptedException {
        Path source = home.resolve("Probe.java");
        Files.writeString(source, """
                import java.nio.channels.FileChannel;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;

                class Probe {
                    public static void main(String[] file) throws Exception {
                        try (var channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                            System.out.print(channel.tryLock() == null ? "locked" : "free");
                        }
                    }
                }
                """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        source.toString(),
                        home.resolve("executions/run/lock").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }

    @Test
    void aNameThatHasEndedIsTaken() {
        bench.start(MACHINE, "run", "{}");

        StartOutcome again = start("run", "{}");

        assertThat(again)
                .isInstanceOfSatisfying(
                        StartOutcome.AlreadyExists.class,
                        taken -> assertThat(taken.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED));
    }

    @Test
    void whatWasKilledIsAborted() {
        ((StartOutcome.Created) start("run", "{}")).journal().close();

        Execution execution = bench.find("run");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(execution.error()).isEmpty();
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void aTornLastLineIsNotReadAndIsCutOffBeforeTheNext() throws IOException {
        ((StartOutcome.Created) start("run", "{}")).journal().close();
        Path history = home.resolve("executions/run/history.jsonl");
        Files.writeString(history, "{\"id\":1,\"previousEv", StandardOpenOption.APPEND);

        assertThat(bench.find("run").events()).isEmpty();
        assertThat(bench.redrive("run").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(bench.history("run"))
                .containsExactly(
                        "ExecutionStarted", "SucceedStateEntered A", "SucceedStateExited A", "ExecutionSucceeded");
    }

    @Test
    void aDamagedHistoryIsNamedWithItsLine() throws IOException {
        bench.start(MACHINE, "run", "{}");
        Path history = home.resolve("executions/run/history.jsonl");
        List<String> lines = Files.readAllLines(history);
        Files.write(history, List.of(lines.get(0), "garbage", lines.get(2)));

        assertThatThrownBy(() -> bench.find("run"))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("history.jsonl, line 2");
    }

    /** A redrive went on with another input, and a list showed another time, without a word. */
    @Test
    void aBitThatFlipsInAnExecutionIsReportedOrChangesNothing() throws IOException {
        bench.start(MACHINE, "run", "{\"day\":\"2018-03-01\"}");
        Execution right = bench.find("run");
        SplittableRandom random = new SplittableRandom(16);
        for (String name : List.of("execution.json", "history.jsonl")) {
            Path file = home.resolve("executions/run").resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            for (int turn = 0; turn < 400; turn++) {
                int bit = turn < 8 ? 8 * bytes.length - 1 - turn : random.nextInt(8 * bytes.length);
                byte[] wrong = bytes.clone();
                wrong[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(file, wrong);
                try {
                    Execution found = bench.find("run");
                    assertThat(found.header().input())
                            .as("%s, bit %d", name, bit)
                            .isEqualTo(right.header().input());
                    assertThat(found.events()).as("%s, bit %d", name, bit).isEqualTo(right.events());
                } catch (UncheckedIOException reported) {
                    assertThat(reported.getCause()).hasMessageContaining(name);
                }
            }
            Files.write(file, bytes);
        }
    }

    @Test
    void executionOfAnEarlierReleaseHasNoDigestAndIsRead() throws IOException {
        bench.start(MACHINE, "run", "{}");
        Execution right = bench.find("run");
        for (String name : List.of("execution.json", "history.jsonl")) {
            Path file = home.resolve("executions/run").resolve(name);
            Files.writeString(file, Files.readString(file).replaceAll(",\"sha256\":\"[0-9a-f]{64}\"}\n", "}\n"));
        }

        assertThat(bench.find("run").events()).isEqualTo(right.events());
    }

    @Test
    void aDefinitionThatWasChangedIsRefused() throws IOException {
        bench.start(MACHINE, "run", "{}");
        Path header = home.resolve("executions/run/execution.json");
        Files.writeString(header, Files.readString(header).replace("Succeed", "Fail"));

        assertThatThrownBy(() -> bench.find("run"))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("SHA-256");
    }

    @Test
    void aDamagedExecutionDoesNotHideTheOthers() throws IOException {
        bench.start(MACHINE, "sound", "{}");
        bench.start(MACHINE, "broken", "{}");
        Files.writeString(home.resolve("executions/broken/execution.json"), "{}");

        Executions.Listing listing = bench.executions.list();

        assertThat(listing.executions()).extracting(Execution::name).containsExactly("sound");
        assertThat(listing.unreadable())
                .singleElement()
                .asString()
                .contains("broken")
                .contains("candor/execution/1");
    }

    @Test
    void executionsAreListedTheLatestFirst() {
        bench.start(MACHINE, "first", "{}");
        bench.pace.pass(Duration.ofMinutes(1));
        bench.start(MACHINE, "second", "{}");

        assertThat(bench.executions.list().executions())
                .extracting(Execution::name)
                .containsExactly("second", "first");
    }

    @Test
    void namesAndInputsThatCannotBeAreRefused() {
        for (String name : List.of("", ".", "../up", "a/b", "a b", "x".repeat(81), "a:b")) {
            assertThatThrownBy(() -> start(name, "{}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "'");
        }
        assertThatThrownBy(() -> start("run", "{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start("run", "\"" + "x".repeat(262_144) + "\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("262144 bytes");
        assertThat(bench.executions.list().executions()).isEmpty();
    }
}
