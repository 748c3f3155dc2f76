package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad usage and bad input: exit status 2, words that name what is wrong and the way out, and nothing left behind. */
class RejectionsTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final String BAR = "2024-01-02,10,11,9,10.5,1000\n";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    private Terminal.Answer rejected(String... words) {
        Terminal.Answer answer = terminal.type(words);
        assertThat(answer.status()).as(answer.out() + answer.err()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).doesNotContain("\tat ", "Exception:", "null");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --csv bars.csv                 | SYMBOL",
                "run STX --hurry                    | --hurry",
                "run STX --csv                      | --csv",
                "run STX SNDK --csv bars.csv        | SNDK",
                "evaluate                           | SYMBOL",
                "report                             | RUN",
                "serve --port many                  | many",
            })
    void badUsageNamesTheWordAndShowsTheUsage(String words, String named) {
        assertThat(rejected(words.split(" +", -1)).err()).contains(named, "Usage: candor");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void unknownCommandIsNamed() {
        assertThat(rejected("forecast", "STX").err()).contains("'forecast'");
    }

    @Test
    void noCommandShowsTheCommands() {
        assertThat(rejected().err()).contains("Usage: candor", "demo", "run", "redrive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run stx --csv bars.csv                          | bad symbol: 'stx'     | write 1 to 15 of A-Z",
                "run ../X --csv bars.csv                         | bad symbol: '../X'    | write 1 to 15 of A-Z",
                "run ABCDEFGHIJKLMNOP --csv bars.csv             | 'ABCDEFGHIJKLMNOP'    | write 1 to 15 of A-Z",
                "run STX --csv bars.csv --as-of yesterday        | 'yesterday'           | write it as 2026-04-24",
                "run STX --csv bars.csv --as-of 2024-02-30       | '2024-02-30'          | write it as 2026-04-24",
                "run STX --csv bars.csv --from learn             | stage: 'learn'        | ingest, clean, features",
                "run STX --csv bars.csv --from train --refresh   | --refresh             | --from",
                "run STX --csv none.csv                          | none.csv              | give the path of a CSV file",
                "run STX --csv .                                 | not a file: .         | give the path of a CSV file",
                "evaluate stx                                    | bad symbol: 'stx'     | write 1 to 15 of A-Z",
            })
    void badValueNamesTheValueAndTheRemedy(String words, String named, String remedy) throws IOException {
        Files.writeString(folder.resolve("bars.csv"), HEADER + BAR);

        assertThat(rejected(words.split(" +", -1)).err()).contains(named, remedy);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "run STX --source inbox | no bars for STX      | --csv FILE",
                "run STX --source tiingo | tiingo is not configured | set CANDOR_TIINGO_TOKEN",
                "run STX --source stooq | 'stooq' is unknown   | yahoo",
                "data STX --cross-check yahoo | names 1 sources | name two",
                "data STX            | nothing is known of STX | ./candor run STX",
                "evaluate STX        | no back-test of STX     | ./candor run STX --csv FILE",
                "report 20260424T1   | no run '20260424T1'     | ./candor executions lists them",
                "redrive 20260424T1  | no execution            | ./candor executions lists them",
                "redrive ../../x     | no execution '../../x'  | ./candor executions lists them",
                "redrive             | no execution in         | ./candor run",
                "executions none     | no execution 'none'     | ./candor executions lists them",
            })
    void whatIsNotThereIsNamed(String words, String named, String remedy) {
        assertThat(rejected(words.split(" +", -1)).err()).contains(named, remedy);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("", List.of("bad.csv: the file is empty", "header line with Date,Open")),
                arguments(BAR + BAR, List.of("line 1", "data where the column names should be", "put a header line")),
                arguments(HEADER, List.of("line 1", "no row below", "add a line for each session")),
                arguments(
                        "Date,Open,High,Low,Volume\n2024-01-02,10,11,9,1000\n",
                        List.of("line 1", "no column Close", "--columns close=NAME")),
                arguments(
                        HEADER + BAR + "2024-01-03,10,11,9,ten,1000\n",
                        List.of("bad.csv", "line 3, column Close", "'ten'", "decimal")),
                arguments(
                        HEADER + "03/01/2024,10,11,9,10,1000\n",
                        List.of("line 2, column Date", "'03/01/2024'", "write year-month-day")),
                arguments(HEADER + "2024-01-03,10,11\n", List.of("line 2", "3 cells where the header has 6", "comma")),
                arguments("PK\0\0" + BAR, List.of("line 1", "not a text file", "save the sheet as CSV")));
    }

    @ParameterizedTest
    @MethodSource
    void badFiles(String content, List<String> told) throws IOException {
        Files.writeString(folder.resolve("bad.csv"), content);

        assertThat(rejected("run", "STX", "--csv", "bad.csv", "--out", "out").err())
                .contains(told)
                .contains("bad.csv");
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("bad.csv"));
    }

    @Test
    void fileTooLargeIsNotRead() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("huge.csv").toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }

        assertThat(rejected("run", "STX", "--csv", "huge.csv").err()).contains("huge.csv has 5368709120 bytes");
    }

    @Test
    void messagesNameTheFileAsItIsCalled() throws IOException {
        Files.writeString(folder.resolve("my own bars.csv"), "Date,Open\n");

        assertThat(rejected("run", "STX", "--csv", "my own bars.csv").err()).contains("my own bars.csv");
    }

    @ParameterizedTest
    @CsvSource({"demo", "run", "redrive", "serve", "evaluate"})
    void homeThatCannotBeOne(String command) throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(30));
        Files.writeString(folder.resolve("file"), "not a folder");

        boolean reads = command.equals("serve") || command.equals("evaluate");
        for (String home : List.of("file", "file/below")) {
            List<String> words = new ArrayList<>(List.of(command, "--home", home));
            if (command.equals("run")) {
                words.addAll(List.of("STX", "--csv", "bars.csv"));
            } else if (command.equals("evaluate")) {
                words.add("STX");
            }
            assertThat(rejected(words.toArray(String[]::new)).err())
                    .contains(
                            (reads ? "the home folder " : "cannot write to the home folder ") + folder.resolve(home),
                            "choose another with --home");
        }
        assertThat(folder.resolve("file")).hasContent("not a folder");
    }

    @Test
    void executionsOfAHomeThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(rejected("executions", "--home", "file").err())
                .contains(folder.resolve("file").toString(), "--home DIR");
    }

    @Test
    void foldersForFilesAreTriedBeforeTheWork() throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(30));
        Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(rejected("run", "STX", "--csv", "bars.csv", "--out", "file/out")
                        .err())
                .contains("cannot write to the folder " + folder.resolve("file/out"), "--out DIR");
        assertThat(rejected("demo", "--out", "file").err()).contains("cannot write to the folder");
        assertThat(folder.resolve("home/executions")).doesNotExist();
    }

    @Test
    void portInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(rejected("serve", "--port", port).err()).contains("port " + port, "choose another port");
        }
    }

    @Test
    void helpAndVersionAreAnswers() {
        assertThat(terminal.type("--version").out()).matches("candor \\d+\\.\\d+\\.\\d+\\R");
        for (String command :
                List.of("demo", "run", "evaluate", "report", "serve", "executions", "redrive", "doctor")) {
            Terminal.Answer help = terminal.type(command, "--help");
            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("Usage: candor " + command, "--home");
        }
    }
}
