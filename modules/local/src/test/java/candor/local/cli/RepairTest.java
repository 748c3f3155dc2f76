package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor repair} on a person's own file. */
class RepairTest {

    private static final int BARS = 60;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    private Terminal.Answer repair(List<String> lines, String... options) throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), lines);
        List<String> words = new ArrayList<>(List.of("repair", "bars.csv"));
        words.addAll(List.of(options));
        return terminal.type(words.toArray(String[]::new));
    }

    /** The line with open, high, low and close in another unit. */
    private static String hundredfold(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 1; i <= 4; i++) {
            cells[i] = cells[i].replace(".", "");
        }
        return String.join(",", cells);
    }

    @Test
    void aCleanFileIsLeftAsItIs() throws IOException {
        List<String> lines = SampleBars.lines(BARS);

        Terminal.Answer answer = repair(lines, "--output", "fixed.csv");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .isEqualTo(
                        "bars.csv: 60 rows, 0 changes, 0 doubts\n  too short 60 rows up to 2025-12-31, but at least 1027"
                                + " are needed: get a longer history of daily bars, or another symbol\n");
        for (String line : lines.subList(1, lines.size())) {
            assertThat(numbers(lineOf(folder.resolve("fixed.csv"), line.substring(0, 10))))
                    .isEqualTo(numbers(line));
        }
    }

    /** The last row was set aside without a word, and the run of the same file stopped there. */
    @Test
    void aLastRowThatARunSetsAsideEndsWithStatusOne() throws IOException {
        List<String> lines = SampleBars.lines(BARS);
        String[] cells = lines.getLast().split(",", -1);
        cells[2] = "0.01"; // high below all others
        lines.set(lines.size() - 1, String.join(",", cells));

        Terminal.Answer answer = repair(lines, "--log", "log.csv");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("  set aside impossible-range: 1, the first of 2025-12-31")
                .contains(
                        "  stops     the row of 2025-12-31 is set aside, and the last bar is of 2025-12-30: correct that"
                                + " row, or forecast with --as-of 2025-12-30");
        assertThat(Files.readString(folder.resolve("log.csv"))).contains("2025-12-31,row,,,impossible-range,");
    }

    @Test
    void aRowInAnotherUnitIsRepairedAndLogged() throws IOException {
        List<String> lines = SampleBars.lines(BARS);
        String good = lines.get(30);
        lines.set(30, hundredfold(good));

        Terminal.Answer answer = repair(lines, "--output", "fixed.csv", "--log", "log.csv");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .startsWith("bars.csv: 60 rows, 4 changes, 0 doubts\n")
                .contains("  repaired  unit-100x, close: 1\n");
        String day = good.substring(0, 10);
        assertThat(numbers(lineOf(folder.resolve("fixed.csv"), day))).isEqualTo(numbers(good));
        assertThat(Files.readAllLines(folder.resolve("log.csv")))
                .hasSize(5)
                .startsWith("date,column,before,after,rule,evidence")
                .anySatisfy(line -> assertThat(line).startsWith(day + ",close,").contains("wrong unit"));
        assertThat(Files.readAllLines(folder.resolve("bars.csv"))).isEqualTo(lines);
    }

    @Test
    void whatIsWrongAndUnprovedIsSaid() throws IOException {
        List<String> lines = SampleBars.lines(BARS);
        lines.replaceAll(line -> line + (line.startsWith("Date") ? ",Dividends" : ",0"));
        String[] cells = lines.get(30).split(",", -1);
        cells[6] = "150";
        lines.set(30, String.join(",", cells));

        Terminal.Answer answer = repair(lines, "--log", "log.csv");

        assertThat(answer.status()).as("a run would stop").isEqualTo(1);
        assertThat(answer.out())
                .startsWith("bars.csv: 60 rows, 0 changes, 1 doubt\n")
                .contains("  in doubt  dividend-unit, a run stops there: 1\n")
                .contains("  stops     what cannot be right, and what would be, the file does not prove: line 31, ")
                .contains("line 31: a dividend of 150 is impossible beside a close of ");
        assertThat(Files.readAllLines(folder.resolve("log.csv")).getLast())
                .startsWith(cells[0] + ",dividend,150.0,150.0,dividend-unit,")
                .contains("in doubt, left as it is");
    }

    @Test
    void badInputIsRefused() throws IOException {
        Terminal.Answer missing = terminal.type("repair", "none.csv");
        assertThat(missing.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(missing.err()).startsWith("candor: no such file: none.csv; give the path of a CSV file");

        Terminal.Answer unwritable = repair(SampleBars.lines(BARS), "--output", "no/folder/fixed.csv");
        assertThat(unwritable.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(unwritable.err())
                .contains("cannot write no/folder/fixed.csv", "give the path of a file in a folder that is there");
    }

    private static String lineOf(Path file, String day) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(day))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> numbers(String line) {
        return List.of(line.split(",", -1)).subList(1, 6).stream()
                .map(Double::valueOf)
                .toList();
    }
}
