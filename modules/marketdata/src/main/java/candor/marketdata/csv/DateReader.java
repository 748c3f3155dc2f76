package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import candor.marketdata.text.Quoted;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one file, which are all written alike. Of a date with a time the date is taken as it is written,
 * which is the exchange's, unless the time is UTC's: {@link MomentEvidence} has those.
 */
final class DateReader {

    private static final String REMEDY = "write year-month-day, as in 2024-01-31";

    private final DateReading reading;
    private final CsvProblems problems;
    private final DateEvidence orders = new DateEvidence();
    private final MomentEvidence moments = new MomentEvidence();
    private final TimesOfDay times = new TimesOfDay();
    private @Nullable Shape shape;
    private String example = "";
    private String first = "";

    /** @param reading to read by where the cells leave it open */
    DateReader(DateReading reading, CsvProblems problems) {
        this.reading = reading;
        this.problems = problems;
    }

    /** How the dates are written; null before the first. */
    @Nullable
    Shape shape() {
        return shape;
    }

    /** The text of the first date; empty before it. */
    String first() {
        return first;
    }

    /** The reading that the dates prove, with a problem noted for what they leave open, or where they are intraday. */
    DateReading proved() {
        times.refuseIntraday(problems);
        return moments.isEmpty() ? orders.proved(problems) : moments.proved(problems);
    }

    /** The session's date; the epoch, with a problem noted, where the cell holds none. */
    LocalDate read(CsvRow row, int cell) {
        LocalDate plain = shape == null || shape == Shape.YEAR_FIRST ? row.plainDate(cell) : null;
        if (plain != null && shape != null) {
            return plain;
        }
        String text = row.text(cell);
        WrittenDate date = shape != null && shape.isInstant() ? Epoch.read(text, shape) : WrittenDate.of(text);
        if (date == null) {
            String finding = text.isEmpty() ? "the cell is empty" : Quoted.of(text) + " is not a date";
            return refused(row, finding, REMEDY);
        }
        if (shape == null) {
            shape = date.shape();
            first = text;
            example = Quoted.of(text) + " of line " + row.line();
        }
        return shape == date.shape()
                ? read(row, new NotedDate(row.line(), text, date))
                : refused(row, Quoted.of(text) + " is not written like " + example, "write all dates alike");
    }

    private LocalDate read(CsvRow row, NotedDate noted) {
        WrittenDate date = noted.date();
        LocalDate day = date.day(reading);
        LocalDate some = day == null ? inAnyOrder(date) : day;
        if (some == null) {
            return refused(row, Quoted.of(noted.text()) + " is no day of the calendar", "correct the day or month");
        }
        if (date.shape().isOpen()) {
            orders.note(noted);
        } else if (date.universal()) {
            moments.note(noted);
        }
        if (date.time() != null) {
            times.note(noted.line(), some, noted.text());
        }
        return day == null ? LocalDate.EPOCH : day; // this order is not the file's: the evidence says so
    }

    private @Nullable LocalDate inAnyOrder(WrittenDate date) {
        return date.shape().orders().stream()
                .map(order -> date.day(reading.in(order)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private LocalDate refused(CsvRow row, String finding, String remedy) {
        problems.add(row.line(), CsvColumn.DATE, finding, remedy);
        return LocalDate.EPOCH;
    }
}
