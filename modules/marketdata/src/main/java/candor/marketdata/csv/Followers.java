package candor.marketdata.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are not read but follow the close by a factor that seldom changes, as adjusted and unadjusted closes under
 * names that are not known do. A column of volumes or of returns, and the close of the day before, follow nothing.
 */
final class Followers {

    /** One column's ratio to the close, row by row. */
    private static final class Column {

        private final int cell;
        private final String name;
        private double before = Double.NaN;
        private int numbers;
        private int steady;

        Column(int cell, String name) {
            this.cell = cell;
            this.name = name;
        }
    }

    private static final int FEWEST = 20;
    private static final double STEADY = 0.002;
    private static final double MOVED = 0.005;

    private final NumberStyle style;
    private final List<Column> columns = new ArrayList<>();
    private double closeBefore = Double.NaN;

    /** @param style of the numbers of the file */
    Followers(CsvHeader header, NumberStyle style) {
        this.style = style;
        for (int cell : CsvHeader.positions(header.columns(), null)) {
            columns.add(new Column(cell, header.names().get(cell)));
        }
    }

    /** Compares the row with the one before where the close has moved: only then a ratio tells anything. */
    void note(CsvRow row, double close) {
        boolean moved = Math.abs(close / closeBefore - 1) > MOVED;
        for (Column column : columns) {
            double ratio = number(row, column.cell) / close;
            if (ratio > 0 && ratio < Double.POSITIVE_INFINITY && moved && column.before > 0) {
                column.numbers++;
                column.steady += Math.abs(ratio / column.before - 1) < STEADY ? 1 : 0;
            }
            column.before = ratio;
        }
        closeBefore = close;
    }

    private double number(CsvRow row, int cell) {
        double plain = style == NumberStyle.POINT ? row.plainNumber(cell) : Double.NaN;
        if (!Double.isNaN(plain) || row.isEmpty(cell)) {
            return plain;
        }
        WrittenNumber written = style.read(row.text(cell));
        return written == null ? Double.NaN : written.value();
    }

    /** The names of the columns that follow the close; null where none does. */
    @Nullable
    String names() {
        List<String> names = columns.stream()
                .filter(column -> column.numbers >= FEWEST && column.steady * 10 >= column.numbers * 9)
                .map(column -> column.name)
                .toList();
        return names.isEmpty() ? null : String.join(",", names);
    }
}
