package candor.marketdata.csv;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a file with one row on each line below its header, kept in columns: a bar becomes an object each time that
 * it is asked for. The columns are cut into blocks, so that they grow without being copied.
 */
final class ColumnarBars extends AbstractList<RawBar> implements RandomAccess {

    /** The columns whose numbers a bar has. */
    static final Set<CsvColumn> NUMBERS = Collections.unmodifiableSet(EnumSet.of(
            CsvColumn.OPEN,
            CsvColumn.HIGH,
            CsvColumn.LOW,
            CsvColumn.CLOSE,
            CsvColumn.ADJUSTED_CLOSE,
            CsvColumn.VOLUME,
            CsvColumn.DIVIDENDS,
            CsvColumn.STOCK_SPLITS,
            CsvColumn.CAPITAL_GAINS));

    /** Rows of a block: few enough that all of its columns stay close to the processor while they are filled. */
    static final int ROWS = 1 << 10;

    private static final int FIRST_LINE = 2;

    /** Room for the cells of some consecutive rows. */
    static final class Block {

        private final int[] days = new int[ROWS];
        private final Map<CsvColumn, double[]> numbers = new EnumMap<>(CsvColumn.class);

        private Block(List<CsvColumn> columns) {
            columns.stream().filter(NUMBERS::contains).forEach(column -> numbers.put(column, new double[ROWS]));
        }

        /** The rows' days since 1970, to be filled. */
        int[] days() {
            return days;
        }

        /** The rows' numbers of a column, to be filled, with NaN for an empty cell; null where the file has none. */
        double @Nullable [] numbers(CsvColumn column) {
            return numbers.get(column);
        }

        private double number(int row, CsvColumn column) {
            double[] all = numbers.get(column);
            return all == null ? Double.NaN : all[row];
        }

        private double action(int row, CsvColumn column) {
            double value = number(row, column);
            return Double.isNaN(value) ? 0 : value;
        }
    }

    private final List<CsvColumn> columns;
    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** @param columns that the file has: a date and some of {@link #NUMBERS} */
    ColumnarBars(List<CsvColumn> columns) {
        this.columns = columns;
    }

    /** Room for more rows, after those that are there. */
    Block more() {
        Block block = new Block(columns);
        blocks.add(block);
        return block;
    }

    /** Takes note that one more row of the last block is filled. */
    void addRow() {
        size++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RawBar get(int index) {
        Objects.checkIndex(index, size);
        Block block = blocks.get(index / ROWS);
        int row = index % ROWS;
        double split = block.action(row, CsvColumn.STOCK_SPLITS);
        return new RawBar(
                FIRST_LINE + index,
                LocalDate.ofEpochDay(block.days[row]),
                block.number(row, CsvColumn.OPEN),
                block.number(row, CsvColumn.HIGH),
                block.number(row, CsvColumn.LOW),
                block.number(row, CsvColumn.CLOSE),
                block.number(row, CsvColumn.ADJUSTED_CLOSE),
                block.number(row, CsvColumn.VOLUME),
                block.action(row, CsvColumn.DIVIDENDS),
                split == 1 ? 0 : split, // one share for one is none
                block.action(row, CsvColumn.CAPITAL_GAINS));
    }
}
