package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form that dates are written in. A weekday can stand before each, and a time of day behind. No text has two of them,
 * so that the one of a file's first date can be tried first for the others.
 */
enum DatePattern {
    YEAR_FIRST("(?<one>[0-9]{4})(?<sign>[-/.])\\h?(?<two>[0-9]{1,2})\\k<sign>\\h?(?<three>[0-9]{1,2})\\.?"
            + WrittenTime.PATTERN),
    YEAR_LAST("(?<one>[0-9]{1,2})(?<sign>[-/.])\\h?(?<two>[0-9]{1,2})\\k<sign>\\h?(?<three>[0-9]{4}|[0-9]{1,2})\\.?"
            + WrittenTime.PATTERN),
    DIGITS("(?<one>[0-9]{4})(?<sign>)(?<two>[0-9]{2})(?<three>[0-9]{2})" + WrittenTime.PATTERN),
    /** Milliseconds since 1970 that look like this are of 1976. */
    DIGITS_AND_TIME("(?<one>(?:19|20)[0-9]{2})(?<sign>)(?<two>0[1-9]|1[0-2])(?<three>0[1-9]|[12][0-9]|3[01])"
            + WrittenTime.DIGITS),
    DAY_MONTH(
            "(?<day>[0-9]{1,2})(?:ST|ND|RD|TH|ER|\u00BA)?\\.?[ /-]?(?:DE )?(?<month>\\p{L}{3,10})\\.?,?[ /-]?(?:DEL? )?"
                    + "'?(?<year>[0-9]{4}|[0-9]{2})" + WrittenTime.PATTERN),
    MONTH_DAY("(?<month>\\p{L}{3,10})\\.?[ /-]?(?<day>[0-9]{1,2})(?:ST|ND|RD|TH)?(?:, ?|[ /-])'?"
            + "(?<year>[0-9]{4}|[0-9]{2})" + WrittenTime.PATTERN),
    YEAR_MONTH("(?<year>[0-9]{4})[ /-]?(?<month>\\p{L}{3,10})\\.?[ /-]?(?<day>[0-9]{1,2})" + WrittenTime.PATTERN),
    /** As Unix and Java have it: Fri Nov 27 16:00:00 EST 2026. */
    YEAR_BEHIND_TIME("(?<month>\\p{L}{3})\\h{1,2}(?<day>[0-9]{1,2})" + WrittenTime.PATTERN + "\\h(?<year>[0-9]{4})");

    private static final int LONGEST = 80;

    private final Pattern pattern;

    DatePattern(String form) {
        pattern = Pattern.compile(
                "(?:(?<weekday>\\p{L}{2,10})\\.?,?\\h)?" + form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The form of a text; null where it has none of them. */
    static @Nullable DatePattern of(String text) {
        return Arrays.stream(values())
                .filter(form -> form.read(text) != null)
                .findFirst()
                .orElse(null);
    }

    /** What the text says in this form; null where it has another. */
    @Nullable
    WrittenDate read(String text) {
        Matcher found = pattern.matcher(text);
        if (text.length() > LONGEST || !found.matches()) {
            return null;
        }
        return compareTo(DIGITS_AND_TIME) <= 0 ? numbers(found) : named(found);
    }

    private static @Nullable WrittenDate numbers(Matcher found) {
        return written(shape(found), number(found, "one"), number(found, "two"), number(found, "three"), found);
    }

    private static Shape shape(Matcher found) {
        boolean yearFirst = found.group("one").length() == 4;
        boolean shortYear = found.group("three").length() <= 2;
        return switch (found.group("sign")) {
            case "" -> Shape.DIGITS;
            case "/" -> yearFirst ? Shape.YEAR_FIRST : shortYear ? Shape.SHORT_YEAR_SLASH : Shape.YEAR_LAST_SLASH;
            case "." -> yearFirst ? Shape.YEAR_FIRST : shortYear ? Shape.SHORT_YEAR_POINT : Shape.YEAR_LAST_POINT;
            default -> yearFirst ? Shape.YEAR_FIRST : shortYear ? Shape.SHORT_YEAR_DASH : Shape.YEAR_LAST_DASH;
        };
    }

    private static @Nullable WrittenDate named(Matcher found) {
        int month = CalendarWords.month(found.group("month"));
        if (month == 0) {
            return null;
        }
        int day = number(found, "day");
        int year = number(found, "year");
        if (found.group("year").length() == 4) {
            return written(Shape.MONTH_NAMED, year, month, day, found);
        }
        return found.start("day") < found.start("month")
                ? written(Shape.MONTH_AMID_SHORT_YEAR, day, month, year, found)
                : written(Shape.MONTH_NAMED_SHORT_YEAR, month, day, year, found);
    }

    private static @Nullable WrittenDate written(Shape shape, int first, int second, int third, Matcher found) {
        String word = found.group("weekday");
        Set<DayOfWeek> weekdays = word == null ? Set.of() : CalendarWords.weekdays(word);
        boolean strange = word != null && weekdays.isEmpty();
        return strange ? null : new WrittenDate(shape, first, second, third, weekdays, WrittenTime.of(found));
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
