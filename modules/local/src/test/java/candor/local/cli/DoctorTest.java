package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
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
    void asksEachProviderOneSmallQuestion() throws IOException {
        try (ChartServer yahoo = new ChartServer(List.of())) {
            Terminal terminal = new Terminal(folder.resolve("home"), folder).with("CANDOR_YAHOO_URL", yahoo.url());
            yahoo.say(Instant.parse("2026-04-25T08:00:00Z"), bar -> bar);
            assertThat(terminal.type("doctor").out().lines())
                    .anyMatch(line -> line.matches("ok +yahoo +answers, without a bar of SPY in the last 7 days"))
                    .anyMatch(line -> line.matches("info +tiingo +not asked: set CANDOR_TIINGO_TOKEN.*"));
            assertThat(yahoo.questions()).isEqualTo(1);

            yahoo.refuse(new MockResponse.Builder()
                    .code(429)
                    .body("Too Many Requests")
                    .build());
            Terminal.Answer limited = terminal.type("doctor");
            assertThat(limited.status()).as("a file always serves").isZero();
            assertThat(limited.out()).containsPattern("lacks +yahoo +yahoo asks to come back later \\(status 429\\)");
            assertThat(yahoo.questions()).isEqualTo(2);

            assertThat(terminal.type("doctor", "--offline").out()).containsPattern("info +yahoo +not asked: --offline");
            assertThat(yahoo.questions()).isEqualTo(2);
        }
    }

    @Test
    void aTokenIsToldToNobody() {
        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder)
                .with("CANDOR_TIINGO_TOKEN", "0123456789abcdef")
                .type("doctor");
        assertThat(answer.out())
                .containsPattern("lacks +tiingo +tiingo does not answer: 127.0.0.1 failed 4 times")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void homeThatCannotBeOneIsWhatLacks() throws IOException {
        Files.writeString(folder.resolve("home"), "a file");

        Terminal.Answer answer = new Terminal(folder.resolve("home"), folder).type("doctor");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.out()).containsPattern("LACKS +home +cannot write to the home folder .*; choose another");
    }
}
