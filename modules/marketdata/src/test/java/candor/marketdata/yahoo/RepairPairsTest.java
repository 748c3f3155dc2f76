// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.yahoo;

import static candor.marketdata.http.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import candor.cleaning.repair.RepairResult;
import candor.cleaning.repair.Repairs;
import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.market.Symbol;
import candor.marketdata.csv.CsvBars;
import candor.marketdata.http.ScriptedProvider;
import candor.store.port.BarOrigin;
import candor.store.port.Download;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One set of repairs: what a file proves about itself is proved, cell by cell, by the same rows in a provider's answer. */
class RepairPairsTest {

    private static final Symbol STX = Symbol.of("STX");

    /** Relative, and absolute: what single precision and six decimals lose. */
    private static final double SAME = 2e-5;

    private static final double LOST = 1e-6;

    private final ScriptedProvider provider = new ScriptedProvider();

    @Test
    void theSameCellsAreRepairedInAnAnswerAsInAFile() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path path : files(SharedFiles.require("data/repair"))) {
            Retrieval file = CsvBars.parse(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            List<RawBar> rows = file.bars().stream()
                    .sorted(Comparator.comparing(RawBar::session))
                    .toList();
            RepairResult ofFile = Repairs.of(file, rows);
            Retrieval answer = answer(rows);
            RepairResult ofAnswer = Repairs.of(answer, answer.bars());
            differences.addAll(differences(path.getFileName().toString(), ofFile, ofAnswer));
        }
        provider.close();
        assertThat(differences).isEmpty();
    }

    private Retrieval answer(List<RawBar> rows) {
        provider.answers(json(200, ChartOfRows.of(rows)));
        LocalDate first = rows.getFirst().session();
        LocalDate last = rows.getLast().session();
        Download download = new YahooBars(
                        YahooSettings.below(provider.url("/")), provider.patientClient(YahooBars.NAME))
                .download(STX, first, last);
        return Retrieval.ofProviders(
                STX,
                download.bars().stream()
                        .map(bar -> bar.withAdjustedClose(Double.NaN))
                        .toList(),
                download.bars().stream()
                        .map(bar -> new BarOrigin("yahoo", 1, bar.adjustedClose()))
                        .toList());
    }

    /** Cell by cell, both in the newest shares; of rows that come once and have a close. */
    private static List<String> differences(String name, RepairResult file, RepairResult answer) {
        Map<LocalDate, RawBar> byDay = new HashMap<>();
        double shares = 1;
        for (RawBar bar : answer.rows().reversed()) {
            byDay.put(bar.session(), inNewestShares(bar, shares));
            shares *= bar.split() > 0 ? bar.split() : 1;
        }
        List<String> differences = new ArrayList<>();
        for (RawBar right : file.rows()) {
            RawBar found = byDay.get(right.session());
            if (found == null) {
                differences.add(name + " " + right.session() + " has no row");
                continue;
            }
            compare(differences, name + " " + right.session() + " open", right.open(), found.open());
            compare(differences, name + " " + right.session() + " high", right.high(), found.high());
            compare(differences, name + " " + right.session() + " low", right.low(), found.low());
            compare(differences, name + " " + right.session() + " close", right.close(), found.close());
            compare(differences, name + " " + right.session() + " dividend", right.dividend(), found.dividend());
        }
        if (!places(file).equals(places(answer))) {
            differences.add(name + ": doubts at " + places(file) + " in the file, at " + places(answer));
        }
        return differences;
    }

    private static List<String> places(RepairResult result) {
        return result.doubts().stream()
                .map(doubt -> doubt.session() + " " + doubt.column() + " " + doubt.then())
                .toList();
    }

    private static RawBar inNewestShares(RawBar bar, double shares) {
        return bar.withPrices(bar.open() / shares, bar.high() / shares, bar.low() / shares, bar.close() / shares)
                .withActions(bar.dividend() / shares, bar.split(), bar.capitalGain() / shares);
    }

    private static void compare(List<String> differences, String cell, double right, double found) {
        boolean same = Double.compare(right, found) == 0
                || Math.abs(right - found) <= SAME * Math.max(Math.abs(right), Math.abs(found)) + LOST;
        if (!same) {
            differences.add(cell + ": " + right + " in the file, " + found + " in the answer");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
        }
    }
}
