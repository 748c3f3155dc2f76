// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import candor.marketdata.csv.CsvBars;
import candor.store.failure.PermanentFailure;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says before anybody judges it.
 *
 * @param currency of its prices, as in USD
 * @param rows ascending
 */
record FileSeries(String currency, List<RawBar> rows) {

    /** As logarithm; what prices of two decimals lose. */
    private static final double ROUNDING = 2e-3;

    FileSeries {
        rows = List.copyOf(rows);
    }

    /** @throws PermanentFailure where the reader rejects the file */
    static FileSeries read(Path file) throws IOException {
        Retrieval given = CsvBars.parse(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        return new FileSeries(
                Provenance.CURRENCY.in(given.provenance()).orElse("USD"),
                given.bars().stream()
                        .sorted(Comparator.comparing(RawBar::session))
                        .toList());
    }

    LocalDate last() {
        return rows.getLast().session();
    }

    /** Whether most moves are those of the other series on the same days, whatever the level. */
    boolean movesAs(FileSeries other) {
        Map<LocalDate, Double> moves = moves();
        Map<LocalDate, Double> others = other.moves();
        long same = moves.entrySet().stream()
                .filter(move -> Math.abs(move.getValue() - others.getOrDefault(move.getKey(), Double.NaN)) < ROUNDING)
                .count();
        return 2 * same > moves.size();
    }

    private Map<LocalDate, Double> moves() {
        Map<LocalDate, Double> moves = new HashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            double move = StrictMath.log(rows.get(i).close() / rows.get(i - 1).close());
            moves.put(rows.get(i).session(), move);
        }
        return moves;
    }
}
