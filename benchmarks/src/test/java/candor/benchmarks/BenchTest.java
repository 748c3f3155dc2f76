package candor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.synthetic.SyntheticSession;
import candor.forecasting.synthetic.SyntheticStock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    private static final LocalDate LAST = LocalDate.of(2018, 12, 31);

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                Bench.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void withoutANameItListsWhatThereIs() {
        Outcome outcome = run();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .isEqualTo(run("--help").out())
                .contains(
                        "mutants",
                        "skill-less",
                        "panel",
                        "m6",
                        "parity",
                        "repair ",
                        "measure",
                        "parse",
                        "clean",
                        "repair-table",
                        "forms-table",
                        "ways-table",
                        "build",
                        "Examples:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "panel --dir no-such-folder | no such folder: no-such-folder; give one with",
                "panel --dir . --from yesterday | bad date for --from: 'yesterday'; write it as",
                "panel --dir . --from 2020-01-02 --to 2019-01-02 | exchange them",
                "skill-less --series 0 | --series 0: give a number of at least 1",
                "skill-less --sessions 100 | --sessions 100: give a number from 1027",
                "skill-less --threads -1 | --threads -1: give a number of at least 1",
                "repair --cases 0 | --cases 0, --clean 10000: give at least 1 case",
                "repair --dir no-such-folder | cannot read the folder no-such-folder; give one with a CSV file",
                "m6 no-such-file.csv | no such file: no-such-file.csv; give the competition's",
                "panel | Missing required option",
                "nothing | Unmatched argument"
            })
    void badUsageIsSaidWithItsRemedy(String line, String message) {
        Outcome outcome = run(line.split(" ", -1));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void seriesWithoutSkillWhateverTheThreads() {
        String[] one = {"skill-less", "--series", "3", "--sessions", "1100", "--threads", "1"};
        String[] two = {"skill-less", "--series", "3", "--sessions", "1100", "--threads", "2"};
        Outcome outcome = run(one);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("3 series without skill", "seeds 1 to 3", "bar 5 %: met");
        assertThat(run(two).out()).isEqualTo(outcome.out());
    }

    @Test
    void aPanelOfTwoSymbolsWhateverTheThreads(@TempDir Path folder) throws IOException {
        write(folder, "AAA", 1, LocalDate.of(2014, 1, 2));
        write(folder, "BBB", 2, LocalDate.of(2014, 1, 2));
        write(folder, "NEW", 3, LocalDate.of(2018, 1, 2));
        String[] two = {"panel", "--dir", folder.toString(), "--threads", "2", "--json"};
        Outcome outcome = run("panel", "--dir", folder.toString(), "--threads", "1", "--json");
        assertThat(outcome.status()).isIn(0, 1);
        assertThat(outcome.out())
                .contains("\"symbol\": \"AAA\"", "\"symbol\": \"BBB\"", "\"NEW\": ", "\"nextSession\"")
                .isEqualTo(run(two).out());
        assertThat(run("panel", "--dir", folder.toString()).out())
                .contains("Horizon 1", "Horizon 5", "Horizon 21", "left out: NEW: ", "bar <= 0.957");
    }

    @Test
    void knownSymbolsAreLeftOut(@TempDir Path folder) throws IOException {
        write(folder, "AAA", 1, LocalDate.of(2018, 1, 2));
        Outcome outcome = run("panel", "--dir", folder.toString(), "--without", folder.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("leave --without away");
    }

    @Test
    void aFileThatHoldsNoBarsIsNamed(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("BAD.csv"), List.of("Date,Open", "2020-01-02,1"));
        Outcome outcome = run("panel", "--dir", folder.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("BAD.csv").doesNotContain("\tat ");
    }

    private static void write(Path folder, String symbol, long seed, LocalDate from) throws IOException {
        StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Adj Close,Volume\n");
        for (SyntheticSession session : SyntheticStock.generate(new NyseCalendar(), from, LAST, seed)) {
            var bar = session.bar();
            double split = session.splitRatio();
            assertThat(split).isEqualTo(1);
            text.append("%s,%s,%s,%s,%s,%s,%.0f%n"
                    .formatted(
                            bar.session(),
                            bar.open(),
                            bar.high(),
                            bar.low(),
                            bar.close(),
                            session.adjustedClose(),
                            bar.volume()));
        }
        Files.writeString(folder.resolve(symbol + ".csv"), text);
    }
}
