package candor.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import candor.marketdata.csv.CsvBars;
import candor.pipeline.port.RawBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor repair}. */
final class RepairCommandTest {

    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    @Test
    void aRowInAnotherUnitIsBroughtBack() throws IOException {
        List<String> lines = new ArrayList<>(SampleBars.lines(ROWS));
        List<RawBar> right = parse(String.join("\n", lines));
        String[] cells = lines.get(30).split(",", -1);
        for (int price = 1; price <= 4; price++) {
            cells[price] = Double.toString(100 * Double.parseDouble(cells[price]));
        }
        lines.set(30, String.join(",", cells));
        SampleBars.write(folder.resolve("bars.csv"), lines);

        Terminal.Answer answer = terminal.type("repair", "bars.csv", "--output", "fixed.csv", "--log", "log.csv");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("bars.csv: " + ROWS + " rows, 4 changes:").contains("unit-100x  4");
        List<RawBar> fixed = parse(Files.readString(folder.resolve("fixed.csv")));
        assertThat(fixed).hasSameSizeAs(right);
        assertThat(fixed.get(29).close()).isCloseTo(right.get(29).close(), withPercentage(1e-9));
        assertThat(Files.readAllLines(folder.resolve("log.csv")))
                .hasSize(5)
                .first()
                .isEqualTo("date,column,before,after,rule,evidence");
        assertThat(folder.resolve("home")).doesNotExist();

        assertThat(terminal.type("repair", "fixed.csv").out())
                .isEqualTo("fixed.csv: " + ROWS + " rows, nothing to repair" + System.lineSeparator());
    }

    @Test
    void badInputIsToldAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "nonsense");
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(ROWS));

        assertThat(terminal.type("repair", "none.csv").err()).contains("no such file: none.csv");
        Terminal.Answer bad = terminal.type("repair", "bad.csv", "--output", "fixed.csv");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).contains("bad.csv");
        assertThat(folder.resolve("fixed.csv")).doesNotExist();
        Terminal.Answer nowhere = terminal.type("repair", "bars.csv", "--output", "no/such/fixed.csv");
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot write no/such/fixed.csv");
    }

    private static List<RawBar> parse(String text) {
        return CsvBars.parse("bars.csv", text.getBytes(UTF_8)).bars();
    }
}
