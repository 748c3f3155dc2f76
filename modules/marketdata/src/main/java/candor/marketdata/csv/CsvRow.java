package candor.marketdata.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The row that was read last. Its cells lie in one array that the next row overwrites, as a file has millions of
 * them.
 */
final class CsvRow extends CsvCallbackHandler<CsvRow> {

    private char[] text = new char[256];
    private int[] ends = new int[16];
    private int cells;
    private long line;
    private boolean empty;

    /** Where it starts, counted from 1. */
    long line() {
        return line;
    }

    int cells() {
        return cells;
    }

    /** Whether no cell has any content. */
    boolean isBlank() {
        for (int i = 0; i < (cells == 0 ? 0 : ends[cells - 1]); i++) {
            if (!Character.isWhitespace(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the cell begins with a digit. */
    boolean beginsWithDigit(int cell) {
        return !isEmpty(cell) && text[start(cell)] >= '0' && text[start(cell)] <= '9';
    }

    /** Whether the row is a comment. */
    boolean isComment() {
        return cells > 0 && !isEmpty(0) && (text[0] == '#' || text[0] == '/') && LeftOut.isComment(text(0));
    }

    /** All cells without blanks around them. */
    List<String> texts() {
        return IntStream.range(0, cells).mapToObj(this::text).toList();
    }

    /** The cell as {@link CellText} has it. */
    String text(int cell) {
        return CellText.of(new String(text, start(cell), ends[cell] - start(cell)));
    }

    /** All cells, for messages. */
    String joined() {
        return String.join(",", texts());
    }

    /** The number in a cell, NaN unless it is plain digits with at most one point. */
    double plainNumber(int cell) {
        return PlainDecimal.read(text, start(cell), ends[cell]);
    }

    /** The date in a cell, null unless it is a plain year-month-day. */
    @Nullable
    LocalDate plainDate(int cell) {
        return WrittenDate.plain(text, start(cell), ends[cell]);
    }

    boolean isEmpty(int cell) {
        return start(cell) == ends[cell];
    }

    /** Whether the cell holds exactly this. */
    boolean holds(int cell, String other) {
        return Arrays.equals(text, start(cell), ends[cell], other.toCharArray(), 0, other.length());
    }

    boolean contains(int cell, char sign) {
        for (int i = start(cell); i < ends[cell]; i++) {
            if (text[i] == sign) {
                return true;
            }
        }
        return false;
    }

    private int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cells = 0;
        empty = false;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int start = cells == 0 ? 0 : ends[cells - 1];
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, text.length * 2));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        System.arraycopy(buffer, offset, text, start, length);
        ends[cells++] = start + length;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not read as such");
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return cells;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
