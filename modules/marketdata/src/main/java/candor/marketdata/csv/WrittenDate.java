package candor.marketdata.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a cell holds it, before the file has said which number is the month.
 *
 * @param shape how it is written; dates of one file share it
 * @param monthFirst the day, where the month comes first if that is open; null where there is no such day
 * @param dayFirst the day, where the day comes first if that is open; null where there is no such day
 */
record WrittenDate(
        Shape shape,
        @Nullable LocalDate monthFirst,
        @Nullable LocalDate dayFirst) {

    /** Ways to write a date. */
    enum Shape {
        YEAR_FIRST,
        DIGITS,
        YEAR_LAST_SLASH,
        YEAR_LAST_POINT,
        YEAR_LAST_DASH,
        MONTH_NAMED,
        EPOCH_SECONDS,
        EPOCH_MILLISECONDS;

        /** Whether it leaves open which number is the month. */
        boolean isOpen() {
            return this == YEAR_LAST_SLASH || this == YEAR_LAST_POINT || this == YEAR_LAST_DASH;
        }

        /** Whether it is a moment since 1970. */
        boolean isInstant() {
            return this == EPOCH_SECONDS || this == EPOCH_MILLISECONDS;
        }
    }

    private static final int LONGEST = 50;
    private static final int ISO_LENGTH = 10;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final String TIME = "(?:(?:T|,? )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?: ?[AP]M)?"
            + "(?: ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern DAY_MONTH = Pattern.compile("([0-9]{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -]([0-9]{4})");
    private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3,9})\\.?[ -]([0-9]{1,2}),?[ -]([0-9]{4})");
    private static final Pattern EPOCH = Pattern.compile("([0-9]{9,10}|[0-9]{12,13})(?:\\.0*)?");
    private static final int MILLISECOND_DIGITS = 12;

    /** The date that is written as year-month-day and nothing else; null for any other text, and for no such day. */
    static @Nullable LocalDate plain(char[] text, int start, int end) {
        if (end - start != ISO_LENGTH || text[start + 4] != '-' || text[start + 7] != '-') {
            return null;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        return year < 0 || month < 0 || day < 0 ? null : day(year, month, day);
    }

    /** The number of that many digits, negative where another sign is among them. */
    private static int digits(char[] text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** What the text says, or null where it is no date. */
    static @Nullable WrittenDate of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher found = YEAR_FIRST.matcher(text);
        if (found.matches()) {
            return certain(Shape.YEAR_FIRST, day(number(found, 1), number(found, 3), number(found, 4)));
        }
        found = YEAR_LAST.matcher(text);
        if (found.matches()) {
            return yearLast(found);
        }
        found = DIGITS.matcher(text);
        if (found.matches()) {
            return certain(Shape.DIGITS, day(number(found, 1), number(found, 2), number(found, 3)));
        }
        found = EPOCH.matcher(text);
        return found.matches() ? epoch(found.group(1)) : named(text);
    }

    private static WrittenDate yearLast(Matcher found) {
        Shape shape = switch (found.group(2)) {
            case "/" -> Shape.YEAR_LAST_SLASH;
            case "." -> Shape.YEAR_LAST_POINT;
            default -> Shape.YEAR_LAST_DASH;
        };
        int first = number(found, 1);
        int second = number(found, 3);
        int year = number(found, 4);
        return new WrittenDate(shape, day(year, first, second), day(year, second, first));
    }

    private static WrittenDate epoch(String digits) {
        boolean milliseconds = digits.length() >= MILLISECOND_DIGITS;
        long seconds = Long.parseLong(digits) / (milliseconds ? 1000 : 1);
        return certain(
                milliseconds ? Shape.EPOCH_MILLISECONDS : Shape.EPOCH_SECONDS,
                LocalDate.ofEpochDay(seconds / SECONDS_OF_DAY));
    }

    private static @Nullable WrittenDate named(String text) {
        Matcher found = DAY_MONTH.matcher(text);
        if (found.matches()) {
            return named(found, 2, 1);
        }
        found = MONTH_DAY.matcher(text);
        return found.matches() ? named(found, 1, 2) : null;
    }

    private static @Nullable WrittenDate named(Matcher found, int name, int day) {
        String start = found.group(name).toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(start))
                .findFirst()
                .map(month -> certain(Shape.MONTH_NAMED, day(number(found, 3), month.getValue(), number(found, day))))
                .orElse(null);
    }

    private static WrittenDate certain(Shape shape, @Nullable LocalDate day) {
        return new WrittenDate(shape, day, day);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
