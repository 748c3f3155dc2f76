package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor doctor}. */
class DoctorTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsThereAndWhatLacksWithItsRemedy() {
        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder).type("doctor");

        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(answer.out().lines())
                .anyMatch(line -> line.matches("ok +Java +25.*"))
                .anyMatch(line -> line.matches("ok +home +.*/home is writable"))
                .anyMatch(line -> line.matches("ok +disk +[0-9]+ MiB free"))
                .allMatch(line -> line.matches("(ok|info) .*|lacks .*;.*"));
    }

    @Test
    void homeThatCannotBeOneIsWhatLacks() throws IOException {
        Files.writeString(folder.resolve("home"), "a file");

        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder).type("doctor");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.out()).containsPattern("LACKS +home +cannot write to the home folder .*; choose another");
    }
}
