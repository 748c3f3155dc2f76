package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import candor.marketdata.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one file, which are all written alike. Of a date with a time the date is taken as it is written,
 * which is the exchange's, unless the time is UTC's: {@link MomentEvidence} has those.
 */
final class DateReader {

    private static final String REMEDY = "write year-month-day, as in 2024-01-31";

    private static final int ISO_LENGTH = 10;
    private static final int KNOWN = 4;

    private final DateReading reading;
    private final CsvProblems problems;
    private final DateEvidence orders = new DateEvidence();
    private final MomentEvidence moments = new MomentEvidence();
    private final TimesOfDay times = new TimesOfDay();
    /** Times that were read behind a year-month-day, with their zone: there are one or two in a file, by season. */
    private final List<String> known = new ArrayList<>();

    private @Nullable Shape shape;
    private @Nullable DatePattern form;
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
        times.rejectIntraday(problems);
        return moments.isEmpty() ? orders.proved(problems) : moments.proved(problems);
    }

    /** The session's date; the epoch, with a problem noted, where the cell holds none. */
    LocalDate read(CsvRow row, int cell) {
        LocalDate plain = shape == null || shape == Shape.YEAR_FIRST ? row.plainDate(cell) : null;
        if (plain != null && shape != null) {
            return plain;
        }
        LocalDate timed = known.isEmpty() ? null : plainWithTime(row, cell);
        return timed == null ? read(row, cell, row.text(cell)) : timed;
    }

    /** A year-month-day with a time behind it that an earlier row had. */
    private @Nullable LocalDate plainWithTime(CsvRow row, int cell) {
        for (String behind : known) {
            LocalDate day = row.plainDate(cell, behind);
            if (day != null) {
                times.note(row.line(), day, behind);
                return day;
            }
        }
        return null;
    }

    private @Nullable WrittenDate written(String text) {
        if (shape != null && shape.isInstant()) {
            return Epoch.read(text, shape);
        }
        WrittenDate date = form == null ? null : form.read(text);
        return date == null ? WrittenDate.of(text) : date;
    }

    private LocalDate read(CsvRow row, int cell, String text) {
        WrittenDate date = written(text);
        if (date == null) {
            String finding = text.isEmpty() ? "the cell is empty" : Quoted.of(text) + " is not a date";
            return rejected(row, finding, REMEDY);
        }
        if (shape == null) {
            shape = date.shape();
            first = text;
            form = DatePattern.of(text);
            example = Quoted.of(text) + " of line " + row.line();
        }
        return shape == date.shape()
                ? read(row, cell, new NotedDate(row.line(), text, date))
                : rejected(row, Quoted.of(text) + " is not written like " + example, "write all dates alike");
    }

    private LocalDate read(CsvRow row, int cell, NotedDate noted) {
        WrittenDate date = noted.date();
        LocalDate day = date.day(reading);
        LocalDate some = day == null ? inAnyOrder(date) : day;
        if (some == null) {
            return rejected(row, Quoted.of(noted.text()) + " is no day of the calendar", "correct the day or month");
        }
        if (date.shape().isOpen()) {
            orders.note(noted);
        } else if (date.universal()) {
            moments.note(noted);
        }
        if (date.time() != null) {
            times.note(noted.line(), some, time(row, cell, noted));
        }
        return day == null ? LocalDate.EPOCH : day; // this order is not the file's: the evidence says so
    }

    /** What tells one time of day from another: what stands behind a year-month-day, or the text as it is. */
    private String time(CsvRow row, int cell, NotedDate noted) {
        String behind = noted.text().substring(Math.min(ISO_LENGTH, noted.text().length()));
        if (row.plainDate(cell, behind) == null) {
            return noted.text();
        }
        if (!noted.date().universal() && known.size() < KNOWN) {
            known.add(behind);
        }
        return behind;
    }

    private @Nullable LocalDate inAnyOrder(WrittenDate date) {
        return date.shape().orders().stream()
                .map(order -> date.day(reading.in(order)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private LocalDate rejected(CsvRow row, String finding, String remedy) {
        problems.add(row.line(), CsvColumn.DATE, finding, remedy);
        return LocalDate.EPOCH;
    }
}
