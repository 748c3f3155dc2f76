package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.pipeline.settings.SettingsInForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor settings}, and runs with them. */
class SettingsTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    @Test
    void printsWhatIsInForceAsAFileThatCanBeSet() throws IOException {
        Terminal.Answer builtIn = terminal.type("settings", "STX");
        assertThat(builtIn.status()).as(builtIn.err()).isZero();
        assertThat(builtIn.err())
                .contains("In force: built-in, sha256 "
                        + SettingsInForce.builtIn().sha256());
        Files.writeString(
                folder.resolve("mine.json"), builtIn.out().replace("\"refitEvery\": 21", "\"refitEvery\": 63"));

        Terminal.Answer set = terminal.type("settings", "STX", "--set", "mine.json");
        assertThat(set.err()).contains("In force from the next run on: settings/STX.json, sha256 ");
        assertThat(set.out()).isEmpty();
        assertThat(terminal.type("settings", "STX").out()).contains("\"refitEvery\": 63");
        assertThat(terminal.type("settings").err()).contains("In force: built-in");
        assertThat(terminal.type("settings", "STX", "--json").out())
                .contains("\"from\": \"settings/STX.json\"", "\"sha256\"", "\"values\"");

        assertThat(terminal.type("settings", "STX", "--reset").err())
                .contains("In force from the next run on: built-in");
    }

    /** Brackets 600 deep ended in a NullPointerException, and a file without end in an OutOfMemoryError. */
    @Test
    void filesThatAreNoSettingsAreRejected() throws IOException {
        Files.writeString(folder.resolve("deep.json"), "{\"features\": " + "[".repeat(600) + "]".repeat(600) + "}");
        Files.writeString(folder.resolve("nested.json"), "{\"features\": " + "[".repeat(400) + "]".repeat(400) + "}");
        Files.writeString(folder.resolve("long.json"), " ".repeat(1_000_000) + "{}");
        Files.writeString(folder.resolve("twice.json"), "{\"refitEvery\": 21, \"refitEvery\": 63}");

        assertRejected("deep.json", "no JSON (Document nesting depth (501) exceeds the maximum");
        assertRejected("nested.json", "features is [[[", "...; want text");
        assertRejected("long.json", "has more than 1000000 bytes");
        assertRejected("twice.json", "line 1: the key \"refitEvery\" is there twice");
    }

    private void assertRejected(String file, String... words) {
        Terminal.Answer answer = terminal.type("settings", "STX", "--set", file);

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(file).contains(words).hasSizeLessThan(600);
    }

    @Test
    void aRunFollowsThemAndTheReportSaysSo() throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(1250));
        Files.writeString(folder.resolve("mine.json"), "{\"horizons\": [1, 5]}");
        terminal.type("settings", "--set", "mine.json");

        Terminal.Answer run = terminal.type("run", "SMPL", "--csv", "bars.csv", "--out", "out");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("with settings/default.json");
        assertThat(run.out()).doesNotContain("21 sessions").contains("5 sessions: zero + harPOwn");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("a person&#39;s, settings/default.json; ");
    }

    @Test
    void badFilesAreRefusedWithExitStatusTwo() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"refitEvery\": \"often\"}");
        assertRefused("bad.json: refitEvery is \"often\"; want a whole number", "settings", "--set", "bad.json");
        assertRefused("cannot read the file none.json", "settings", "--set", "none.json");
        assertRefused("give one of them", "settings", "--set", "bad.json", "--reset");

        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(1250));
        Files.createDirectories(folder.resolve("home/store/settings"));
        Files.writeString(folder.resolve("home/store/settings/SMPL.json"), "{\"levels\": [0.9]}");
        assertRefused("settings/SMPL.json: levels is [0.9]; want", "run", "SMPL", "--csv", "bars.csv");
        assertRefused("settings/SMPL.json: levels is [0.9]; want", "settings", "SMPL");
    }

    private void assertRefused(String told, String... words) {
        Terminal.Answer answer = terminal.type(words);
        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(told).doesNotContain("\tat ");
    }
}
