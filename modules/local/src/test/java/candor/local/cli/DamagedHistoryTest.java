package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a damaged history, redrive and watch said 'no execution yet'. */
class DamagedHistoryTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"redrive", "watch"})
    void isNotTakenForNone(String command) throws IOException {
        damage("20260424T223000Z", "execution.json", "{\"format\": \"candor/exe");

        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder).type(command);

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err())
                .contains(
                        "which execution is the latest cannot be said",
                        "20260424T223000Z",
                        "execution.json",
                        "not JSON")
                .contains("./candor executions")
                .doesNotContain("no execution");
    }

    @Test
    void redriveOfItSaysWhatIsDamaged() throws IOException {
        damage("20260424T223000Z", "execution.json", "{\"format\": \"candor/execution/9\"}");

        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder).type("redrive", "20260424T223000Z");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.err())
                .contains("cannot redrive the execution 20260424T223000Z", "execution.json")
                .contains("format is 'candor/execution/9', this version reads candor/execution/1");
    }

    private void damage(String execution, String file, String text) throws IOException {
        Path own = Files.createDirectories(folder.resolve("home/executions").resolve(execution));
        Files.writeString(own.resolve(file), text);
    }
}
