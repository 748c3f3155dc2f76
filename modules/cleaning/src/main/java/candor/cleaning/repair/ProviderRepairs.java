// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning.repair;

import candor.cleaning.log.CleaningEntry;
import candor.store.port.BarOrigin;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repairs of files for the bars of providers. Those are as traded, and their adjusted closes belong to several answers;
 * repairs look at prices in the newest shares and adjusted closes of one level, as a file has them. So the rows are stated
 * that way, repaired, and what was changed is taken back to as traded. A cell that no repair touches keeps its bits.
 *
 * <p>Adjusted closes are evidence here, and no more: returns come from closes and actions, so that a change of an adjusted
 * close alone is no change.
 */
final class ProviderRepairs {

    private static final String ADJUSTED = Column.ADJUSTED_CLOSE.label();

    private final Map<LocalDate, RawBar> given = new HashMap<>();
    private final Map<LocalDate, Double> sharesSince = new HashMap<>();

    private ProviderRepairs() {}

    /**
     * The rows, repaired.
     *
     * @param rows as traded, ascending, one a session
     * @param origins by session
     */
    static RepairResult of(List<RawBar> rows, Map<LocalDate, BarOrigin> origins) {
        boolean known = origins.values().stream().anyMatch(origin -> Column.isPrice(origin.adjustedClose()));
        return known ? new ProviderRepairs().repaired(rows, origins) : Repairs.of(rows, false);
    }

    private RepairResult repaired(List<RawBar> rows, Map<LocalDate, BarOrigin> origins) {
        double[] adjusted = StatedCloses.onOneLevel(rows, origins);
        RawBar[] stated = new RawBar[rows.size()];
        double shares = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            RawBar row = rows.get(i);
            given.put(row.session(), row);
            sharesSince.put(row.session(), shares);
            stated[i] = scaled(row, 1 / shares).withAdjustedClose(adjusted[i]);
            shares *= StatedCloses.split(row);
        }
        RepairResult repaired = Repairs.of(Arrays.asList(stated), true, true);
        Map<LocalDate, RawBar> before = new HashMap<>();
        Arrays.asList(stated).forEach(row -> before.put(row.session(), row));
        List<RawBar> traded = repaired.rows().stream()
                .map(row -> asTraded(row, before.getOrDefault(row.session(), row)))
                .toList();
        return new RepairResult(
                traded,
                log(repaired.log(), traded),
                repaired.doubts().stream().map(this::asGiven).toList(),
                repaired.faults(),
                repaired.duplicates());
    }

    private static RawBar scaled(RawBar row, double factor) {
        return factor == 1
                ? row
                : row.withPrices(row.open() * factor, row.high() * factor, row.low() * factor, row.close() * factor)
                        .withVolume(row.volume() / factor)
                        .withActions(row.dividend() * factor, row.split(), row.capitalGain() * factor);
    }

    /** The given row with the cells that were changed; its adjusted close is none of a bar as traded. */
    private RawBar asTraded(RawBar repaired, RawBar before) {
        RawBar traded = scaled(repaired, sharesSince.getOrDefault(repaired.session(), 1.0));
        RawBar result = given.getOrDefault(repaired.session(), repaired);
        for (Column column : Column.values()) {
            if (column != Column.ADJUSTED_CLOSE && Double.compare(column.of(repaired), column.of(before)) != 0) {
                result = column.with(result, column.of(traded));
            }
        }
        return result.withActions(result.dividend(), repaired.split(), capitalGain(result, repaired, before, traded));
    }

    private static double capitalGain(RawBar result, RawBar repaired, RawBar before, RawBar traded) {
        return repaired.capitalGain() == before.capitalGain() ? result.capitalGain() : traded.capitalGain();
    }

    private List<CleaningEntry> log(List<CleaningEntry> entries, List<RawBar> traded) {
        Map<LocalDate, RawBar> after = new HashMap<>();
        traded.forEach(row -> after.put(row.session(), row));
        List<CleaningEntry> log = new ArrayList<>();
        for (CleaningEntry entry : entries) {
            RawBar row = after.get(entry.session());
            Optional<Column> column = column(entry.column());
            if (column.isEmpty() || row == null) {
                log.add(entry);
            } else if (!entry.column().equals(ADJUSTED)) {
                log.add(new CleaningEntry(
                        entry.session(),
                        entry.column(),
                        text(column.get().of(given.getOrDefault(entry.session(), row))),
                        text(column.get().of(row)),
                        entry.rule(),
                        entry.evidence()));
            }
        }
        return log;
    }

    private Doubt asGiven(Doubt doubt) {
        RawBar row = given.get(doubt.session());
        Optional<Column> column = column(doubt.column()).filter(found -> found != Column.ADJUSTED_CLOSE);
        return row == null || column.isEmpty()
                ? doubt
                : new Doubt(
                        doubt.session(),
                        doubt.line(),
                        doubt.column(),
                        text(column.get().of(row)),
                        doubt.rule(),
                        doubt.evidence(),
                        doubt.then());
    }

    private static Optional<Column> column(String label) {
        return Arrays.stream(Column.values())
                .filter(column -> column.label().equals(label))
                .findFirst();
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
