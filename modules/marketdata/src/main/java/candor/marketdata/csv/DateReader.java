package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import candor.marketdata.text.Quoted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one file, which are all written alike. Of a date with a time the date is taken as it is written,
 * which is the exchange's. Seconds and milliseconds since 1970 are days in UTC; as they do not say which zone's day was
 * meant, one that falls on a weekend refuses the file.
 */
final class DateReader {

    private static final String REMEDY = "write year-month-day, as in 2024-01-31";

    private final DateOrder order;
    private final CsvProblems problems;
    private final DateEvidence evidence = new DateEvidence();
    private @Nullable Shape shape;
    private String example = "";

    /** @param order to read by where the cells leave it open */
    DateReader(DateOrder order, CsvProblems problems) {
        this.order = order;
        this.problems = problems;
    }

    DateEvidence evidence() {
        return evidence;
    }

    /** How the dates are written; null before the first. */
    @Nullable
    Shape shape() {
        return shape;
    }

    /** The session's date; the epoch, with a problem noted, where the cell holds none. */
    LocalDate read(CsvRow row, int cell) {
        LocalDate plain = shape == null || shape == Shape.YEAR_FIRST ? row.plainDate(cell) : null;
        if (plain != null && shape != null) {
            return plain;
        }
        String text = row.text(cell);
        WrittenDate date = WrittenDate.of(text);
        if (date == null) {
            String finding = text.isEmpty() ? "the cell is empty" : Quoted.of(text) + " is not a date";
            return refused(row, finding, REMEDY);
        }
        if (shape == null) {
            shape = date.shape();
            example = Quoted.of(text) + " of line " + row.line();
        }
        return shape == date.shape()
                ? read(row, text, date)
                : refused(row, Quoted.of(text) + " is not written like " + example, "write all dates alike");
    }

    private LocalDate read(CsvRow row, String text, WrittenDate date) {
        if (date.monthFirst() == null && date.dayFirst() == null) {
            return refused(row, Quoted.of(text) + " is no day of the calendar", "correct the day or month");
        }
        if (date.shape().isOpen()) {
            evidence.note(row.line(), text, date);
        }
        LocalDate day = order == DateOrder.MONTH_FIRST ? date.monthFirst() : date.dayFirst();
        if (day == null) {
            return LocalDate.EPOCH; // this order is not the file's: the evidence says so
        }
        if (date.shape().isInstant() && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            return refused(
                    row,
                    Quoted.of(text) + " is on " + day
                            + " in UTC, which is no weekday, and does not say the exchange's day",
                    REMEDY);
        }
        return day;
    }

    private LocalDate refused(CsvRow row, String finding, String remedy) {
        problems.add(row.line(), CsvColumn.DATE, finding, remedy);
        return LocalDate.EPOCH;
    }
}
