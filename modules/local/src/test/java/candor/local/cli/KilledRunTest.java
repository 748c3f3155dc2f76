package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.local.wiring.Home;
import candor.statemachine.history.EventType;
import candor.statemachine.history.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes of their own: killed in the middle, and two at once. */
@ExtendWith(DemoHome.Shared.class)
class KilledRunTest {

    private static final List<String> BEFORE_EVALUATE = List.of("Ingest", "Clean", "Features", "Explore", "Train");
    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    private Process demo(String name) throws IOException {
        return OwnProcess.start(home(), folder.resolve(name + ".txt"), "demo");
    }

    private Path home() {
        return folder.resolve("home");
    }

    /** Kills the process as soon as its execution has entered the state. */
    private void killIn(String state, Process process) throws Exception {
        Path history = home().resolve("executions/demo/history.jsonl");
        while (process.isAlive() && !(Files.exists(history) && hasEntered(state))) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        process.destroyForcibly();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("killed.txt")))
                .isNotZero();
    }

    private boolean hasEntered(String state) {
        return new Home(home()).executions().find("demo").stream().anyMatch(execution -> visits(execution, state) > 0);
    }

    private static long visits(Execution execution, String state) {
        return execution.events().stream()
                .filter(event -> event.type() == EventType.TASK_STATE_ENTERED)
                .filter(event -> event.state().orElse("").equals(state))
                .count();
    }

    @Test
    void redriveFinishesWhatWasKilledAndDoesNothingTwice(DemoHome whole) throws Exception {
        killIn("Evaluate", demo("killed"));
        Terminal terminal = new Terminal(home(), folder);
        assertThat(terminal.type("executions").out()).containsPattern("(?m)^demo +ABORTED");

        Terminal.Answer redriven = terminal.type("redrive", "demo", "--out", "out");

        assertThat(redriven.status()).as(redriven.err()).isZero();
        assertThat(redriven.err()).contains("redriven");
        Execution execution = new Home(home()).executions().find("demo").orElseThrow();
        assertThat(execution.redriveCount()).isEqualTo(1);
        assertThat(BEFORE_EVALUATE)
                .allSatisfy(done -> assertThat(visits(execution, done)).isEqualTo(1));
        assertThat(redriven.err()).contains("Evaluate").doesNotContain("Train");
        assertThat(Artefacts.ofWork(home())).isEqualTo(Artefacts.ofWork(whole.home()));
        assertThat(Artefacts.of(folder.resolve("out")))
                .isEqualTo(Artefacts.of(whole.home().resolve("demo")));
        assertThat(terminal.type("executions").out()).containsPattern("(?m)^demo +SUCCEEDED");
    }

    @Test
    void twoAtOnceBothEndWell(DemoHome alone) throws Exception {
        Process one = demo("one");
        Process other = demo("other");

        assertThat(one.waitFor()).as(printed("one")).isZero();
        assertThat(other.waitFor()).as(printed("other")).isZero();

        assertThat(Artefacts.ofWork(home())).isEqualTo(Artefacts.ofWork(alone.home()));
        assertThat(Artefacts.of(home().resolve("demo")))
                .isEqualTo(Artefacts.of(alone.home().resolve("demo")));
        assertThat(new Home(home()).executions().list().executions())
                .extracting(Execution::name)
                .containsExactlyInAnyOrder("demo", "demo-2");
    }

    private String printed(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".txt"), UTF_8);
    }
}
