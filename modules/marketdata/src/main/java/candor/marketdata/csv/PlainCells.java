package candor.marketdata.csv;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/**
 * Reads cells from the bytes of a file, one after the other: year-month-day, and digits with at most one point. The
 * first cell that is written otherwise is noted, and what is read from there on means nothing.
 *
 * <p>Its loops go byte by byte, as lines of a file are so alike that a processor foresees where each cell ends: taking
 * eight bytes at a time was slower, since then each cell waits for the length of the one before.
 */
final class PlainCells {

    /** More digits than fit a long. */
    private static final int MOST_DIGITS = 19;

    /** A longer cell is no number to {@link NumberStyle} either. */
    private static final int LONGEST = 100;

    /** Years that nobody doubts. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;
    private static final int DATE_LENGTH = 10;
    private static final int NO_DIGITS = -1_000_000;

    private final byte[] bytes;
    private int at;
    private boolean plain = true;
    private int whole;
    private int places;
    private boolean point;
    private int month = NO_DIGITS; // as in 202401
    private int dayBeforeMonth;
    private int daysOfMonth;

    /** @param from where the first cell begins */
    PlainCells(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    /** Whether all cells so far were plain. */
    boolean plain() {
        return plain;
    }

    /** Goes past this sign; false where another one is next. */
    boolean pass(byte sign) {
        if (at < bytes.length && bytes[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    /** Goes past the end of a line or of the file; false where there is more on the line. */
    boolean passLineEnd() {
        return atEnd() || passLineFeed();
    }

    /** Goes past lines without anything on them; false where there is none. */
    boolean passBlankLines() {
        boolean any = false;
        while (passLineFeed()) {
            any = true;
        }
        return any;
    }

    private boolean passLineFeed() {
        boolean carriageReturn = pass((byte) '\r');
        boolean lineFeed = pass((byte) '\n');
        plain &= lineFeed || !carriageReturn;
        return lineFeed;
    }

    /** The day that is next, counted from 1970. */
    int day() {
        if (bytes.length - at < DATE_LENGTH) {
            plain = false;
            return 0;
        }
        int year = 100 * twoDigits(at) + twoDigits(at + 2);
        int numberOfMonth = twoDigits(at + 5);
        int day = twoDigits(at + 8);
        if (100 * year + numberOfMonth != month) {
            turnTo(year, numberOfMonth);
        }
        plain &= bytes[at + 4] == '-' && bytes[at + 7] == '-' && day >= 1 && day <= daysOfMonth;
        at += DATE_LENGTH;
        return dayBeforeMonth + day;
    }

    /** The number of two digits; far below all others where there are none. */
    private int twoDigits(int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NO_DIGITS;
    }

    private void turnTo(int year, int numberOfMonth) {
        month = 100 * year + numberOfMonth;
        if (year < FIRST_YEAR || year > LAST_YEAR || numberOfMonth < 1 || numberOfMonth > MONTHS) {
            plain = false;
            return;
        }
        YearMonth named = YearMonth.of(year, numberOfMonth);
        dayBeforeMonth = Math.toIntExact(named.atDay(1).toEpochDay()) - 1;
        daysOfMonth = named.lengthOfMonth();
    }

    /** The number that is next; NaN where the cell is empty. */
    double number() {
        int start = at;
        long digits = digits(0);
        whole = at - start;
        point = pass((byte) '.');
        digits = point ? digits(digits) : digits;
        places = at - start - whole - (point ? 1 : 0);
        if (at == start) {
            return Double.NaN;
        }
        boolean isShort = whole + places <= MOST_DIGITS && digits >= 0;
        return isShort && whole + places > 0 ? NearestDouble.of(digits, places) : longNumber(start);
    }

    /** The digits that are next, appended to others. What is beyond a long overflows. */
    private long digits(long before) {
        long all = before;
        int end = at;
        for (; end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9'; end++) {
            all = 10 * all + (bytes[end] - '0');
        }
        at = end;
        return all;
    }

    private double longNumber(int start) {
        if (whole + places == 0 || at - start > LONGEST) {
            plain = false;
            return Double.NaN;
        }
        return Double.parseDouble(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
    }

    /** Whether the number that was read last has a point that cannot be a sign between thousands. */
    boolean provesPoint() {
        boolean thousands = places == 3 && whole >= 1 && whole <= 3 && bytes[at - places - 1 - whole] != '0';
        return point && !thousands;
    }
}
