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

/** {@code --columns}, {@code --symbol-column} and {@code --symbol}: what a person says about a file. */
class BarFileOptionsTest {

    private static final int BARS = 30;
    private static final String COLUMNS = "date=Datum,open=Erster,high=Hoch,low=Tief,close=Kurs,volume=Stuecke";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(folder.resolve("home"), folder);
        List<String> rows = SampleBars.lines(BARS).subList(1, BARS + 1);
        List<String> german = new ArrayList<>(List.of("Datum,Erster,Hoch,Tief,Kurs,Stuecke"));
        german.addAll(rows);
        SampleBars.write(folder.resolve("german.csv"), german);
        List<String> two = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume,Papier"));
        rows.forEach(row -> two.addAll(List.of(row + ",SMPL", row.replaceAll("\\.", "") + ",OTHER")));
        SampleBars.write(folder.resolve("two.csv"), two);
    }

    @Test
    void repairReadsTheColumnsThatAreNamed() {
        Terminal.Answer refused = terminal.type("repair", "german.csv");
        Terminal.Answer read = terminal.type("repair", "german.csv", "--columns", COLUMNS);

        assertThat(refused.err())
                .contains("german.csv: line 1: no column Date, Open, High, Low, Close in the header")
                .contains("--columns date=NAME");
        assertThat(read.out()).startsWith("german.csv: 30 rows, ");
    }

    @Test
    void repairReadsTheSymbolThatIsNamed() throws IOException {
        Terminal.Answer refused = terminal.type("repair", "two.csv", "--symbol-column", "Papier");
        Terminal.Answer read = terminal.type(
                "repair", "two.csv", "--symbol-column", "Papier", "--symbol", "SMPL", "--output", "fixed.csv");

        assertThat(refused.err())
                .contains("bars of several symbols: 'SMPL', 'OTHER'")
                .contains("name one with --symbol");
        assertThat(read.out()).startsWith("two.csv: 30 rows, ");
        assertThat(Files.readAllLines(folder.resolve("fixed.csv"))).hasSize(1 + BARS);
    }

    /** The file is too short to forecast from, which only those find that have read it. */
    @Test
    void runTakesWhatWasSaidAlongToIngest() {
        for (String[] said : List.of(
                new String[] {"german.csv", "--columns", COLUMNS},
                new String[] {"two.csv", "--symbol-column", "Papier"})) {
            Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", said[0], said[1], said[2]);

            assertThat(answer.err()).contains("30 rows from " + said[0]);
        }
    }

    @Test
    void columnsAreOfAFile() {
        assertThat(terminal.type("run", "SMPL", "--columns", COLUMNS).err())
                .contains("--columns describes a file; give --csv FILE with it");
        assertThat(terminal.type("repair", "german.csv", "--columns", "kurs=5").err())
                .contains("--columns: 'kurs' is no column of bars (write one of date, open,");
    }
}
