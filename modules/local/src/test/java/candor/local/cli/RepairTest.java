package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.CleaningRules;
import candor.cleaning.Judge;
import candor.cleaning.Rulings;
import candor.cleaning.Verdict;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Adjustment;
import candor.marketdata.csv.CsvBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
                        "bars.csv: 60 rows, 0 changes, 0 doubts\n  too short 60 rows up to 2025-12-31, but at least 68"
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

    /** Rows that a run sets aside stood in the output as if they were good. */
    @Test
    void theOutputIsWhatARunWouldUse() throws IOException {
        List<String> lines = SampleBars.lines(400);
        lines.replaceAll(line -> line + (line.startsWith("Date") ? ",Dividends" : ",0"));
        lines.set(100, with(lines.get(100), 2, "0.01")); // a high below all others
        lines.set(150, with(lines.get(150), 4, "")); // no close, and yet a dividend
        lines.set(150, with(lines.get(150), 6, "0.25"));
        lines.add(200, with(lines.get(200), 4, "1.5")); // two rows of one day
        lines.add("2025-11-22" + lines.getLast().substring(10)); // a Saturday
        lines.add("2025-11-27" + lines.getLast().substring(10)); // Thanksgiving, when others trade

        Terminal.Answer answer = repair(lines, "--output", "fixed.csv", "--log", "log.csv");

        assertThat(answer.status()).as(answer.out()).isZero();
        Path fixed = folder.resolve("fixed.csv");
        assertThat(judged(fixed).result().bars())
                .isEqualTo(judged(folder.resolve("bars.csv")).result().bars())
                .hasSize(397);
        assertThat(judged(fixed).result().adjustedCloses())
                .isEqualTo(judged(folder.resolve("bars.csv")).result().adjustedCloses());
        assertThat(Files.readAllLines(fixed)).hasSize(1 + 397 + 2);
        String paid = lines.get(150).substring(0, 10);
        assertThat(lineOf(fixed, paid)).isEqualTo(paid + ",,,,,,0.25");
        assertThat(lineOf(fixed, "2025-11-27")).startsWith("2025-11-27,").doesNotContain(",,");
        assertThat(Files.readString(folder.resolve("log.csv")))
                .contains(",impossible-range,", ",conflicting-rows,", ",not-a-session,", ",missing-price,");
        assertThat(answer.out()).contains("  set aside conflicting-rows: 2, ", "  set aside not-a-session: 2, ");
    }

    /** Where a run stops it uses no row, and a person needs them all. */
    @Test
    void theOutputIsWholeWhereARunWouldStop() throws IOException {
        List<String> lines = SampleBars.lines(BARS);
        for (int row = 20; row < 30; row++) {
            lines.set(row, with(lines.get(row), 2, "0.01"));
        }

        Terminal.Answer answer = repair(lines, "--output", "fixed.csv");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("  written   fixed.csv with all rows, those set aside too, as a run would stop");
        assertThat(Files.readAllLines(folder.resolve("fixed.csv"))).hasSize(BARS + 1);
    }

    /** A repair that forgot the currency made dollars of euros. */
    @Test
    void theOutputKeepsTheCurrency() throws IOException {
        List<String> lines = SampleBars.lines(BARS);
        lines.addFirst("# prices in EUR");

        assertThat(repair(lines, "--output", "fixed.csv").status()).isEqualTo(1);
        Terminal.Answer again = terminal.type("repair", "fixed.csv");

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out()).contains("  source    prices in EUR\n", "  stops     prices are in EUR, ");
    }

    @Test
    void rowsOfSessionsThatAreNotOverAreCountedAndLeftOut() throws IOException {
        terminal.at(Instant.parse("2025-12-30T23:30:00Z"));

        Terminal.Answer answer = repair(SampleBars.lines(BARS), "--output", "fixed.csv");

        assertThat(answer.out())
                .startsWith("bars.csv: 59 rows, 0 changes, 0 doubts\n")
                .contains("  source    rows of sessions that are not over left out: 1 after 2025-12-30\n");
        assertThat(Files.readAllLines(folder.resolve("fixed.csv"))).hasSize(BARS);

        terminal.at(Instant.parse("2020-01-02T22:30:00Z"));
        assertThat(repair(SampleBars.lines(BARS)).err())
                .contains("bars.csv has no bar of a finished session; give a file that reaches back further");
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

    private static String with(String line, int cell, String value) {
        String[] cells = line.split(",", -1);
        cells[cell] = value;
        return String.join(",", cells);
    }

    /** As a run of that file judges it. */
    private static Verdict judged(Path file) throws IOException {
        return new Judge(
                        new NyseCalendar(),
                        CleaningRules.ofAnyLength(),
                        (bars, actions) -> Adjustment.of(bars, actions).adjustedCloses())
                .of(CsvBars.parse("bars.csv", Files.readAllBytes(file)), SampleBars.LAST, Rulings.NONE);
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
