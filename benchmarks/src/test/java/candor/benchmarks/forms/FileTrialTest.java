// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.forms;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.local.store.FolderObjectStore;
import candor.marketdata.csv.CsvBars;
import candor.store.port.RawBar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTrialTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume";

    @TempDir
    private Path folder;

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (LocalDate day : new NyseCalendar().sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 3, 28))) {
            double close = 50 + day.getDayOfMonth() / 10.0;
            lines.add(day + "," + close + "," + (close + 1) + "," + (close - 1) + "," + close + ",1000"
                    + day.getDayOfMonth());
        }
        return lines;
    }

    private FileOutcome tried(List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve("F.csv"), lines);
        Map<LocalDate, RawBar> clean = new HashMap<>();
        CsvBars.parse("CLEAN.csv", String.join("\n", lines()).getBytes(StandardCharsets.UTF_8))
                .bars()
                .forEach(bar -> clean.put(bar.session(), bar));
        return new FileTrial(clean, new FolderObjectStore(folder.resolve("store"))).of("files", file);
    }

    @Test
    void aFileOfAnyLengthIsRead() throws IOException {
        FileOutcome outcome = tried(lines());
        assertThat(outcome.end()).isEqualTo("read");
        assertThat(outcome.rows()).isEqualTo(61);
        assertThat(outcome.compared()).isEqualTo(61);
        assertThat(List.of(outcome.wrong(), outcome.repaired(), outcome.setAside()))
                .containsOnly(0);
    }

    @Test
    void anotherValueIsWrongAndAColumnThatIsNotReadIsSaid() throws IOException {
        List<String> lines = new ArrayList<>();
        lines().forEach(line -> lines.add(line + (line.equals(HEADER) ? ",notes" : ",")));
        lines.set(5, lines.get(5).replace(",1000", ",2000"));
        FileOutcome outcome = tried(lines);
        assertThat(outcome.wrong()).isEqualTo(1);
        assertThat(outcome.said()).contains("not read: notes");
    }

    @Test
    void aRowTwiceIsSaidInWords() throws IOException {
        List<String> lines = lines();
        lines.add(7, lines.get(6));
        assertThat(tried(lines).said()).anyMatch(said -> said.contains("equal rows, of which one stays"));
    }

    @Test
    void whatTheReaderRefusesAndWhatTheJudgeStopsHaveTheirReason() throws IOException {
        FileOutcome refused = tried(List.of("Date,Open", "2024-01-02,1"));
        assertThat(refused.end()).isEqualTo("rejected");
        assertThat(refused.said().getFirst()).contains("no column High");

        List<String> halves = new ArrayList<>(List.of(HEADER));
        lines().stream().skip(1).filter(line -> line.hashCode() % 2 == 0).forEach(halves::add);
        FileOutcome stopped = tried(halves);
        assertThat(stopped.end()).isEqualTo("stopped");
        assertThat(stopped.said().getFirst()).contains("have no bar");
    }
}
