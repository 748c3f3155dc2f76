package candor.marketdata;

import static candor.marketdata.CsvProblems.quoted;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads single cells: ISO dates and plain decimal numbers, and nothing that would have to be guessed. */
final class CsvCell {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern DRESSED = Pattern.compile(
            "([+-]?\\p{Sc}?|\\p{Sc}[+-])[0-9][0-9 ,.'\u00A0\u2019\u202F]*(%|\\p{Sc}|[kKmMbB]|[A-Z]{3})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
    private static final int DATE_LENGTH = 10;
    private static final String PLAIN = "write a plain decimal such as 1234.56, or leave the cell empty where unknown";

    private CsvCell() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    /** The session's date; the epoch, with a problem noted, where the cell holds none. */
    static LocalDate date(String cell, long line, CsvProblems problems) {
        String text = cell.strip();
        if (isDate(text)) {
            try {
                return LocalDate.parse(text.substring(0, DATE_LENGTH));
            } catch (DateTimeException noSuchDay) {
                problems.add(
                        line, CsvColumn.DATE, quoted(text) + " is no day of the calendar", "correct the day or month");
                return LocalDate.EPOCH;
            }
        }
        problems.add(
                line,
                CsvColumn.DATE,
                text.isEmpty() ? "the cell is empty" : quoted(text) + " is not an ISO date",
                "write year-month-day, as in 2024-01-31");
        return LocalDate.EPOCH;
    }

    /** The number; NaN for a cell that is empty or says so, and, with a problem noted, for one that holds none. */
    static double number(String cell, long line, CsvColumn column, CsvProblems problems) {
        String text = cell.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("null")) {
            return Double.NaN;
        }
        if (!isNumber(text)) {
            problems.add(line, column, quoted(text) + complaint(text), PLAIN);
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            problems.add(line, column, quoted(text) + " is beyond the range of numbers", PLAIN);
            return Double.NaN;
        }
        return value + 0.0; // turns a negative zero into zero: equal rows must have equal values
    }

    private static String complaint(String text) {
        return DRESSED.matcher(text).matches()
                ? " has a thousands separator, a decimal comma, a unit or a currency sign"
                : " is not a number";
    }
}
