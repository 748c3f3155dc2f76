package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.market.Symbol;
import candor.local.ledger.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor run} on files that a person might have. */
class RunTest {

    private static final int SESSIONS = 1250;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder.resolve("home"), folder);
    }

    @Test
    void doesAgainWhatIsAskedForAndReusesTheRest() throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(SESSIONS));
        Terminal.Answer first = terminal.type("run", "SMPL", "--csv", "bars.csv", "--out", "out");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).doesNotContain("reused");
        SortedMap<String, String> files = Artefacts.of(folder.resolve("out"));
        SortedMap<String, String> work = Artefacts.ofWork(folder.resolve("home"));

        Terminal.Answer same = terminal.type("run", "SMPL", "--csv", "bars.csv");
        assertThat(same.out()).contains("10 of 10 stages were reused");

        Terminal.Answer later = terminal.type("run", "SMPL", "--csv", "bars.csv", "--from", "evaluate");
        assertThat(later.out()).contains("5 of 10 stages were reused");
        assertThat(reused(later)).containsExactlyInAnyOrder("Ingest", "Clean", "Features", "Explore", "Train");

        Terminal.Answer all = terminal.type("run", "SMPL", "--csv", "bars.csv", "--refresh", "--out", "out");
        assertThat(all.status()).isZero();
        assertThat(all.out()).doesNotContain("reused");
        assertThat(Artefacts.of(folder.resolve("out"))).isEqualTo(files);
        assertThat(Artefacts.ofWork(folder.resolve("home"))).isEqualTo(work);

        Terminal.Answer without = terminal.type("run", "SMPL");
        assertThat(without.status())
                .as("a file that was given once is no source of later runs")
                .isEqualTo(1);
        assertThat(without.err()).contains("yahoo does not answer");
    }

    @Test
    void aFileInTheInboxGoesBeforeTheProviders() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("home/store/inbox"));
        SampleBars.write(inbox.resolve("SMPL.csv"), SampleBars.lines(SESSIONS));

        Terminal.Answer answer = terminal.type("run", "SMPL");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("rows from SMPL.csv");
        assertThat(terminal.type("run", "SMPL", "--source", "yahoo").err()).contains("yahoo does not answer");
    }

    @Test
    void earlierDayIsAsAFileThatEndsThere() throws IOException {
        List<String> lines = SampleBars.lines(SESSIONS);
        List<String> cut = lines.subList(0, lines.size() - 20);
        String day = cut.getLast().substring(0, "2025-12-03".length());
        SampleBars.write(folder.resolve("whole.csv"), lines);
        SampleBars.write(folder.resolve("cut.csv"), cut);

        Terminal.Answer asOf = terminal.type("run", "SMPL", "--csv", "whole.csv", "--as-of", day, "--out", "a");
        Terminal.Answer file = terminal.type("run", "SMPL", "--csv", "cut.csv", "--out", "b", "--home", "other");

        assertThat(asOf.status()).as(asOf.err()).isZero();
        assertThat(file.status()).as(file.err()).isZero();
        assertThat(file.out()).contains("SMPL as of " + day);
        SortedMap<String, String> wanted = Artefacts.of(folder.resolve("b"));
        // The report tells the name and the digest of the file that it was made from.
        wanted.keySet().removeAll(List.of("report.html", "summary.pdf"));
        assertThat(Artefacts.of(folder.resolve("a"))).containsAllEntriesOf(wanted);
    }

    @Test
    void untidyFileIsRepairedAndTheLogTellsHow() throws IOException {
        List<String> lines = new ArrayList<>(SampleBars.lines(SESSIONS));
        String moved = lines.remove(700);
        lines.add(moved);
        lines.add(400, lines.get(399));
        String last = lines.get(300);
        lines.add(301, last.substring(0, last.lastIndexOf(',')) + ",999");
        SampleBars.write(folder.resolve("untidy.csv"), lines);

        Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", "untidy.csv", "--out", "out");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/cleaning.csv")))
                .anyMatch(line -> line.contains(",order,"))
                .anyMatch(line -> line.contains(",duplicate-row,") && line.contains("which is kept"))
                .anyMatch(line -> line.contains(",conflicting-rows,"));
    }

    @Test
    void haltedRunSaysWhyRecordsItAndTellsTheWayOn() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : SampleBars.lines(1100)) {
            lines.add(line);
            if (lines.size() % 20 == 0) {
                lines.add(line.substring(0, line.lastIndexOf(',')) + ",7");
            }
        }
        SampleBars.write(folder.resolve("doubtful.csv"), lines);

        Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", "doubtful.csv", "--out", "out");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("doubtful.csv", "rows", "correct these rows", "start again with ./candor run")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("out")).isEmptyDirectory();
        assertThat(terminal.type("executions").out()).containsPattern("20260425T080000Z +FAILED");
        try (SqliteLedger ledger = new SqliteLedger(terminal.home().ledgerFile())) {
            assertThat(ledger.latestRuns(5)).singleElement().satisfies(run -> {
                assertThat(run.symbol()).isEqualTo(Symbol.of("SMPL"));
                assertThat(run.status()).isEqualTo("FAILED");
                assertThat(run.error()).endsWith("HaltedForManualCheck");
                assertThat(run.cause()).contains("doubtful.csv");
            });
        }

        Terminal.Answer again = terminal.type("redrive", "20260425T080000Z", "--json");
        assertThat(again.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(again.out()).contains("\"status\": \"FAILED\"", "HaltedForManualCheck");
    }

    @Test
    void tooFewRowsAreNotEnoughHistory() throws IOException {
        SampleBars.write(folder.resolve("short.csv"), SampleBars.lines(30));

        Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", "short.csv");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err())
                .contains("short.csv: 30 rows up to 2025-12-31", "at least 68", "get a longer history")
                .doesNotContain("\tat ");
    }

    @Test
    void volumeThatNeverMovesGivesNoFeatures() throws IOException {
        List<String> lines = SampleBars.lines(1100).stream()
                .map(line -> line.replaceFirst(",[0-9]+$", ",1000"))
                .toList();
        SampleBars.write(folder.resolve("still.csv"), lines);

        Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", "still.csv");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err())
                .contains("no session has all features", "volume", "start again with ./candor run")
                .doesNotContain("stackTrace", "Exception");
    }

    @Test
    void dayBeforeTheFirstBarIsRefused() throws IOException {
        SampleBars.write(folder.resolve("bars.csv"), SampleBars.lines(30));

        Terminal.Answer answer = terminal.type("run", "SMPL", "--csv", "bars.csv", "--as-of", "2001-02-03");

        assertThat(answer.status()).isEqualTo(Failures.BAD_INPUT);
        assertThat(answer.err()).contains("bars.csv", "no bar of a finished session on or before 2001-02-03");
    }

    private static List<String> reused(Terminal.Answer answer) {
        return answer.err()
                .lines()
                .filter(line -> line.contains("reused: "))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }
}
