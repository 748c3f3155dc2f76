// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import candor.store.port.RawBar;
import candor.store.port.TrackedColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a file that mean nothing here, read once after the bars where the file has no adjusted closes: one of them
 * may be that under a name that is not known, and dividends then count as losses.
 */
final class UnreadColumns {

    private final CsvHeader header;
    private final NumberStyle style;
    private final List<RawBar> bars;
    private final int[] cells;
    private final double[][] values;

    private UnreadColumns(CsvHeader header, NumberStyle style, List<RawBar> bars) {
        this.header = header;
        this.style = style;
        this.bars = bars;
        this.cells = IntStream.range(0, header.width())
                .filter(cell -> header.columns().get(cell) == null)
                .toArray();
        this.values = new double[cells.length][bars.size()];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
    }

    /**
     * Those that follow Close as an adjusted close does.
     *
     * @param bars of the same text, in its order
     */
    static List<TrackedColumn> following(
            String text, Separator separator, CsvHeader header, NumberStyle style, List<RawBar> bars) {
        if (header.ignored().isEmpty() || header.has(CsvColumn.ADJUSTED_CLOSE)) {
            return List.of();
        }
        UnreadColumns columns = new UnreadColumns(header, style, bars);
        columns.read(separator.rows(text));
        return columns.following();
    }

    private void read(Iterable<CsvRow> rows) {
        int bar = 0;
        for (CsvRow row : rows) {
            while (bar < bars.size() && bars.get(bar).line() < row.line()) {
                bar++;
            }
            if (bar < bars.size() && bars.get(bar).line() == row.line() && row.cells() == header.width()) {
                for (int column = 0; column < cells.length; column++) {
                    values[column][bar] = number(row, cells[column]);
                }
            }
        }
    }

    private double number(CsvRow row, int cell) {
        double plain = row.plainNumber(cell);
        if (!Double.isNaN(plain) && (style == NumberStyle.POINT || !row.contains(cell, '.'))) {
            return plain;
        }
        WrittenNumber written = row.isEmpty(cell) ? null : style.read(row.text(cell));
        return written == null ? Double.NaN : written.value();
    }

    private List<TrackedColumn> following() {
        List<Integer> inTime = IntStream.range(0, bars.size())
                .boxed()
                .sorted(Comparator.comparing((Integer bar) -> bars.get(bar).session()))
                .toList();
        List<TrackedColumn> following = new ArrayList<>();
        for (int column = 0; column < cells.length; column++) {
            String name = header.names().get(cells[column]);
            since(inTime, values[column]).ifPresent(since -> following.add(new TrackedColumn(name, since)));
        }
        return following;
    }

    /** The first session by which the column has followed Close; none where dividends are listed before that. */
    private Optional<LocalDate> since(List<Integer> inTime, double[] column) {
        SlowFactor factor = new SlowFactor();
        for (int place : inTime) {
            RawBar bar = bars.get(place);
            factor.add(bar.close(), column[place]);
            if (bar.dividend() != 0) {
                return Optional.empty();
            }
            if (factor.follows()) {
                return Optional.of(bar.session());
            }
        }
        return Optional.empty();
    }
}
