package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code candor demo --endpoint-url}: the same objects, in an S3 that is not AWS's. */
@ExtendWith(DemoHome.Shared.class)
class DemoElsewhereTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    @Test
    void putsTheObjectsOfTheLocalDemoThere(DemoHome demo) throws Exception {
        try (ObjectServer s3 = new ObjectServer()) {
            Terminal.Answer answer = terminal.type("demo", "--endpoint-url", s3.url(), "--bucket", "mine");

            assertThat(answer.status()).as(answer.err()).isZero();
            assertThat(answer.out()).contains("the bucket mine at " + s3.url(), "sam local invoke");
            assertThat(s3.objectsBelow("/mine/work/")).isEqualTo(Artefacts.ofWork(demo.home()));
            assertThat(s3.objectsBelow("/mine/inbox/batch/")).containsOnlyKeys("watchlist.csv");
            assertThat(s3.objectsBelow("/mine/latest/")).containsOnlyKeys("SYNTH");
            assertThat(folder.resolve("home/store")).doesNotExist();

            Terminal.Answer second = terminal.type("demo", "--endpoint-url", s3.url(), "--bucket", "mine");
            assertThat(second.out()).contains("10 of 10 stages were reused");
            assertThat(second.err()).contains("Execution demo\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "--endpoint-url 127.0.0.1:4566            | '127.0.0.1:4566' cannot be an endpoint | http://127.0.0.1:4566",
                "--endpoint-url http://127.0.0.1:9 --bucket A | 'A' cannot be a bucket         | as candor-demo",
                "--bucket candor-demo                     | --bucket candor-demo                | --endpoint-url URL",
                "--table candor-demo                      | --table candor-demo                 | --endpoint-url URL",
            })
    void whatCannotBeIsRefused(String words, String named, String remedy) {
        Terminal.Answer answer = terminal.type(("demo " + words).split(" +", -1));

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains(named, remedy);
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamed() {
        Terminal.Answer answer = terminal.type("demo", "--endpoint-url", "http://127.0.0.1:9");

        assertThat(answer.status()).isEqualTo(Failures.FAILED);
        assertThat(answer.err())
                .contains("the bucket candor-demo at http://127.0.0.1:9: no answer", "check network")
                .doesNotContain("fault of candor's own", "Execution");
    }
}
