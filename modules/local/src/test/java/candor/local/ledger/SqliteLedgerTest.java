package candor.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.local.store.SecondProcess;
import candor.store.failure.LedgerUnavailable;
import candor.store.port.Ledger;
import candor.store.port.LedgerContract;
import candor.store.port.RunEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {

    private static final RunEntry RUN = new RunEntry(
            "STX_2026-04-24_one",
            "one",
            LedgerContender.SYMBOL,
            LocalDate.of(2026, 4, 24),
            Instant.parse("2026-04-24T22:30:00Z"),
            null,
            "RUNNING",
            null,
            null);

    @TempDir
    Path folder;

    private final List<SqliteLedger> open = new ArrayList<>();

    @Override
    protected Ledger emptyLedger() {
        return ledger(folder.resolve("home/ledger.db"));
    }

    @AfterEach
    void close() {
        open.forEach(SqliteLedger::close);
    }

    @Test
    void entriesSurviveReopening() {
        Path file = folder.resolve("ledger.db");
        try (SqliteLedger first = new SqliteLedger(file)) {
            first.recordRun(RUN);
        }
        assertThat(ledger(file).findRun(RUN.runId())).contains(RUN);
    }

    @Test
    void twoOpenLedgersSeeEachOther() {
        Path file = folder.resolve("ledger.db");
        Ledger first = ledger(file);
        Ledger second = ledger(file);
        first.recordRun(RUN);
        assertThat(second.latestRuns(1)).containsExactly(RUN);
    }

    @Test
    void newerSchemaIsRefusedByItsVersion() throws SQLException {
        Path file = folder.resolve("ledger.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 7");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SqliteLedger(file))
                .withMessageContaining("version 7")
                .withMessageContaining("update Candor");
    }

    @Test
    void fileThatIsNoLedgerIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.db"), "Date,Open,High,Low,Close\n".repeat(200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SqliteLedger(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("--home");
    }

    @Test
    void placeThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SqliteLedger(file.resolve("ledger.db")))
                .withMessageContaining("--home");
    }

    @Test
    void failingDatabaseIsALedgerThatIsUnavailable() {
        SqliteLedger ledger = new SqliteLedger(folder.resolve("ledger.db"));
        ledger.close();
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> ledger.recordRun(RUN))
                .withMessageContaining("ledger.db");
    }

    @Test
    void ofTwoProcessesEachForecastIsNotedByOne() throws Exception {
        String file = folder.resolve("ledger.db").toString();
        List<List<String>> noted = SecondProcess.together(LedgerContender.class, List.of(List.of(file), List.of(file)));

        List<String> all = new ArrayList<>(noted.get(0));
        all.addAll(noted.get(1));
        List<String> origins = IntStream.range(0, LedgerContender.FORECASTS)
                .mapToObj(i -> LedgerContender.FIRST_ORIGIN.plusDays(i).toString())
                .toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(origins);
        assertThat(ledger(Path.of(file)).forecastsAwaitingOutcome(LedgerContender.SYMBOL, LocalDate.of(2027, 1, 1)))
                .hasSize(LedgerContender.FORECASTS);
    }

    private SqliteLedger ledger(Path file) {
        SqliteLedger ledger = new SqliteLedger(file);
        open.add(ledger);
        return ledger;
    }
}
