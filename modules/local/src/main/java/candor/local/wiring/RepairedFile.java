// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.cleaning.Verdict;
import candor.forecasting.market.Bar;
import candor.store.csv.Csv;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The file that a repair writes: the bars that a run would use. Where a run would stop it uses none, and all rows stay, for a
 * person to correct. A day on which New York is closed and another exchange may be open stays too, and a run leaves it out
 * again.
 */
public final class RepairedFile {

    private static final String ELSEWHERE = "not-a-session";

    private final Retrieval given;
    private final Verdict verdict;
    private final boolean whole;
    private final Map<LocalDate, Bar> bars = new HashMap<>();
    private final Set<LocalDate> elsewhere = new HashSet<>();

    /** @param whole whether rows that a run sets aside stay in the file */
    public RepairedFile(Retrieval given, Verdict verdict, boolean whole) {
        this.given = given;
        this.verdict = verdict;
        this.whole = whole;
        verdict.result().bars().forEach(bar -> bars.put(bar.session(), bar));
        verdict.result().quarantined().stream()
                .filter(one -> one.rule().equals(ELSEWHERE))
                .map(one -> one.row().session())
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .forEach(elsewhere::add);
    }

    /** The columns of the file that bars are read from, under their usual names, rows ascending. */
    public byte[] toBytes() {
        Map<String, ToDoubleFunction<RawBar>> columns = columns();
        String currency = Provenance.CURRENCY.in(given.provenance()).orElse(null);
        List<String> header = new ArrayList<>(List.of("Date"));
        header.addAll(columns.keySet());
        if (currency != null) {
            header.add("Currency");
        }
        Csv csv = new Csv(header);
        for (RawBar row : rows()) {
            List<String> cells = new ArrayList<>(List.of(row.session().toString()));
            columns.values().forEach(column -> cells.add(cell(column.applyAsDouble(row))));
            if (currency != null) {
                cells.add(currency);
            }
            csv.row(cells);
        }
        return csv.toBytes();
    }

    private List<RawBar> rows() {
        List<RawBar> rows = new ArrayList<>();
        for (RawBar row : verdict.repairs().rows()) {
            Bar bar = bars.get(row.session());
            if (bar != null) {
                rows.add(row.withPrices(bar.open(), bar.high(), bar.low(), bar.close()));
            } else if (whole || elsewhere.contains(row.session())) {
                rows.add(row);
            } else if (hasAction(row)) {
                rows.add(withoutPrices(row));
            }
        }
        return rows;
    }

    private static boolean hasAction(RawBar row) {
        return row.dividend() != 0 || row.split() != 0 || row.capitalGain() != 0;
    }

    /** A dividend was paid on a day whose prices are wrong. */
    private static RawBar withoutPrices(RawBar row) {
        return row.withPrices(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .withAdjustedClose(Double.NaN)
                .withVolume(Double.NaN);
    }

    private Map<String, ToDoubleFunction<RawBar>> columns() {
        Map<String, ToDoubleFunction<RawBar>> columns = new LinkedHashMap<>();
        columns.put("Open", RawBar::open);
        columns.put("High", RawBar::high);
        columns.put("Low", RawBar::low);
        columns.put("Close", RawBar::close);
        if (given.hasAdjustedClose()) {
            columns.put("Adj Close", RawBar::adjustedClose);
        }
        columns.put("Volume", RawBar::volume);
        putIfNamed(columns, "Dividends", RawBar::dividend);
        putIfNamed(columns, "Stock Splits", RawBar::split);
        putIfNamed(columns, "Capital Gains", RawBar::capitalGain);
        return columns;
    }

    private void putIfNamed(
            Map<String, ToDoubleFunction<RawBar>> columns, String name, ToDoubleFunction<RawBar> column) {
        String named = Provenance.COLUMNS.in(given.provenance()).orElse("").toLowerCase(Locale.ROOT);
        if (named.contains(name.substring(0, name.length() - 1).toLowerCase(Locale.ROOT))
                || given.bars().stream().anyMatch(row -> column.applyAsDouble(row) != 0)) {
            columns.put(name, column);
        }
    }

    /** What a source gave may be infinite, which stored numbers never are. */
    private static String cell(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Csv.cell(value);
    }
}
