package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rows of nothing but year-month-day, plain decimals and empty cells from the bytes of a file into columns. Gives
 * up at the first thing that is written otherwise, and where no price has a point that can only be the decimal sign:
 * {@link BarRows} reads all that people write, and asks the whole file what it means.
 */
final class PlainRows {

    private static final Set<CsvColumn> PRICES =
            EnumSet.of(CsvColumn.OPEN, CsvColumn.HIGH, CsvColumn.LOW, CsvColumn.CLOSE);

    private final PlainCells cells;
    private final byte separator;
    private final List<CsvColumn> columns;
    private final ColumnarBars bars;
    private final int date;
    private boolean pointProved;

    private PlainRows(PlainCells cells, byte separator, List<CsvColumn> columns, ColumnarBars bars) {
        this.cells = cells;
        this.separator = separator;
        this.columns = columns;
        this.bars = bars;
        this.date = columns.indexOf(CsvColumn.DATE);
    }

    /**
     * The bars from a place in a file on; empty where not all rows are plain, or there is none.
     *
     * @param from where the first row begins
     * @param columns what each cell of a row is, each once, with a date
     */
    static Optional<List<RawBar>> read(byte[] bytes, int from, byte separator, List<CsvColumn> columns) {
        ColumnarBars bars = new ColumnarBars(columns);
        PlainRows rows = new PlainRows(new PlainCells(bytes, from), separator, columns, bars);
        return rows.readBlocks() && rows.pointProved && !bars.isEmpty() ? Optional.of(bars) : Optional.empty();
    }

    private boolean readBlocks() {
        boolean good = true;
        while (good && !cells.atEnd()) {
            good = read(bars.more());
        }
        return good;
    }

    /** Fills the block as far as there are rows; false where one is not plain. */
    private boolean read(ColumnarBars.Block block) {
        double[][] numbers = columns.stream().map(block::numbers).toArray(double[][]::new);
        boolean good = true;
        for (int row = 0; good && row < ColumnarBars.ROWS && !cells.atEnd(); row++) {
            good = cells.passBlankLines() ? cells.atEnd() : read(block.days(), numbers, row);
        }
        return good;
    }

    private boolean read(int[] days, double[][] numbers, int row) {
        for (int cell = 0; cell < numbers.length; cell++) {
            if (cell > 0 && !cells.pass(separator)) {
                return false;
            }
            if (cell == date) {
                days[row] = cells.day();
            } else {
                numbers[cell][row] = cells.number();
                pointProved = pointProved || (PRICES.contains(columns.get(cell)) && cells.provesPoint());
            }
        }
        bars.addRow();
        return cells.passLineEnd() && cells.plain();
    }
}
