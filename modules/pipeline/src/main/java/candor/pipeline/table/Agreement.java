package candor.pipeline.table;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** How far two versions of a table agree whose rows begin with their date, in ascending order. */
public final class Agreement {

    private Agreement() {}

    /**
     * The date before which both versions have the same rows, byte for byte: that of the first row that only one of them
     * has. {@link LocalDate#MAX} where there is none, {@link LocalDate#MIN} where the headers differ.
     */
    public static LocalDate before(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        if (difference < 0) {
            return LocalDate.MAX;
        }
        int row = rowOf(one, difference);
        if (row == 0) {
            return LocalDate.MIN;
        }
        LocalDate first = dateAt(one, row);
        LocalDate second = dateAt(other, row);
        return first.isBefore(second) ? first : second;
    }

    /** Where the row begins in which a byte lies; both versions are the same up to there. */
    private static int rowOf(byte[] table, int position) {
        int start = position;
        while (start > 0 && table[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** The date that a row begins with; the end of the table lies after every date. */
    private static LocalDate dateAt(byte[] table, int row) {
        if (row >= table.length) {
            return LocalDate.MAX;
        }
        int end = row;
        while (end < table.length && table[end] != ',' && table[end] != '\n') {
            end++;
        }
        return LocalDate.parse(new String(table, row, end - row, StandardCharsets.US_ASCII));
    }
}
