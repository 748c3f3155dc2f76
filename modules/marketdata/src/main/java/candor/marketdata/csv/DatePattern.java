package candor.marketdata.csv;

import candor.marketdata.csv.WrittenDate.Shape;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms that dates are written in. A weekday can stand before each, and a time of day behind. */
final class DatePattern {

    private static final int LONGEST = 80;

    /** Three numbers; the first is the year where it has four digits. */
    private static final List<Pattern> NUMBERS = patterns(
            "(?<one>[0-9]{4})(?<sign>[-/.])\\h?(?<two>[0-9]{1,2})\\k<sign>\\h?(?<three>[0-9]{1,2})\\.?"
                    + WrittenTime.PATTERN,
            "(?<one>[0-9]{1,2})(?<sign>[-/.])\\h?(?<two>[0-9]{1,2})\\k<sign>\\h?(?<three>[0-9]{4}|[0-9]{1,2})\\.?"
                    + WrittenTime.PATTERN,
            "(?<one>[0-9]{4})(?<sign>)(?<two>[0-9]{2})(?<three>[0-9]{2})" + WrittenTime.PATTERN,
            // milliseconds since 1970 that look like this are of 1976
            "(?<one>(?:19|20)[0-9]{2})(?<sign>)(?<two>0[1-9]|1[0-2])(?<three>0[1-9]|[12][0-9]|3[01])"
                    + WrittenTime.DIGITS);

    /** A month in words, with day and year. */
    private static final List<Pattern> NAMED = patterns(
            "(?<day>[0-9]{1,2})(?:ST|ND|RD|TH|ER|\u00BA)?\\.?[ /-]?(?:DE )?(?<month>\\p{L}{3,10})\\.?,?[ /-]?(?:DEL? )?"
                    + "'?(?<year>[0-9]{4}|[0-9]{2})" + WrittenTime.PATTERN,
            "(?<month>\\p{L}{3,10})\\.?[ /-]?(?<day>[0-9]{1,2})(?:ST|ND|RD|TH)?(?:, ?|[ /-])'?(?<year>[0-9]{4}|[0-9]{2})"
                    + WrittenTime.PATTERN,
            "(?<year>[0-9]{4})[ /-]?(?<month>\\p{L}{3,10})\\.?[ /-]?(?<day>[0-9]{1,2})" + WrittenTime.PATTERN,
            // Unix and Java: Fri Nov 27 16:00:00 EST 2026
            "(?<month>\\p{L}{3})\\h{1,2}(?<day>[0-9]{1,2})" + WrittenTime.PATTERN + "\\h(?<year>[0-9]{4})");

    private DatePattern() {}

    private static List<Pattern> patterns(String... texts) {
        return Stream.of(texts)
                .map(text -> "(?:(?<weekday>\\p{L}{2,10})\\.?,?\\h)?" + text)
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** What the text says, or null where it is no date. */
    static @Nullable WrittenDate read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        for (Pattern pattern : NUMBERS) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                return numbers(found);
            }
        }
        WrittenDate moment = Epoch.read(text);
        return moment == null ? named(text) : moment;
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

    private static @Nullable WrittenDate named(String text) {
        for (Pattern pattern : NAMED) {
            Matcher found = pattern.matcher(text);
            int month = found.matches() ? CalendarWords.month(found.group("month")) : 0;
            if (month > 0) {
                return named(found, month);
            }
        }
        return null;
    }

    private static @Nullable WrittenDate named(Matcher found, int month) {
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
