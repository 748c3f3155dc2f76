package candor.marketdata.csv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date as a cell holds it, before the file has said what its numbers mean.
 *
 * @param shape how it is written; dates of one file share it
 * @param first of its three numbers, in the order of the text where that is open, else the year
 * @param second of them; the month where the order is known
 * @param third of them; the day where the order is known
 * @param weekdays that its text names, one of which it must be; empty where it names none
 * @param time of day behind it; null where there is none
 */
record WrittenDate(
        Shape shape,
        int first,
        int second,
        int third,
        Set<DayOfWeek> weekdays,
        @Nullable WrittenTime time) {

    /** Ways to write a date. */
    enum Shape {
        YEAR_FIRST(DateOrder.YEAR_FIRST),
        DIGITS(DateOrder.YEAR_FIRST),
        YEAR_LAST_SLASH(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST),
        YEAR_LAST_POINT(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST),
        YEAR_LAST_DASH(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST),
        SHORT_YEAR_SLASH(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST),
        SHORT_YEAR_POINT(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST),
        SHORT_YEAR_DASH(DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST),
        MONTH_NAMED(DateOrder.YEAR_FIRST),
        /** As in Nov 27, 26: the second number is the year. */
        MONTH_NAMED_SHORT_YEAR(DateOrder.MONTH_FIRST),
        /** As in 27-Nov-26: which number is the year is open. */
        MONTH_AMID_SHORT_YEAR(DateOrder.DAY_FIRST, DateOrder.YEAR_FIRST),
        EPOCH_SECONDS(DateOrder.YEAR_FIRST),
        EPOCH_MILLISECONDS(DateOrder.YEAR_FIRST),
        EPOCH_MICROSECONDS(DateOrder.YEAR_FIRST),
        EPOCH_NANOSECONDS(DateOrder.YEAR_FIRST);

        @SuppressWarnings("ImmutableEnumChecker") // nobody can change a copy
        private final Set<DateOrder> orders;

        Shape(DateOrder first, DateOrder... others) {
            this.orders = Set.copyOf(EnumSet.of(first, others));
        }

        /** The orders that its numbers can have. */
        Set<DateOrder> orders() {
            return orders;
        }

        /** Whether its year has two digits. */
        boolean hasShortYear() {
            return orders.size() == 3 || this == MONTH_NAMED_SHORT_YEAR || this == MONTH_AMID_SHORT_YEAR;
        }

        /** Whether it leaves the order of its numbers or the century open. */
        boolean isOpen() {
            return orders.size() > 1 || hasShortYear();
        }

        /** Whether it is a moment since 1970. */
        boolean isInstant() {
            return compareTo(EPOCH_SECONDS) >= 0;
        }
    }

    private static final int ISO_LENGTH = 10;

    /** From here on a time of day in UTC can be a midnight further east: no zone is ahead of it by more than 14 hours. */
    private static final int EARLIEST_MIDNIGHT_EAST = 10 * 3600;

    /** The date that is written as year-month-day and nothing else; null for any other text, and for no such day. */
    static @Nullable LocalDate plain(char[] text, int start, int end) {
        if (end - start != ISO_LENGTH || text[start + 4] != '-' || text[start + 7] != '-') {
            return null;
        }
        int year = digits(text, start, 4);
        int month = digits(text, start + 5, 2);
        int day = digits(text, start + 8, 2);
        return year < 0 || month < 0 || day < 0 ? null : DateOrder.YEAR_FIRST.day(year, month, day);
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
        return DatePattern.read(text);
    }

    /** The session's day; null where there is no such day, or another order than the reading's is the date's. */
    @Nullable
    LocalDate day(DateReading reading) {
        LocalDate day = dayInUtc(reading);
        boolean next = reading.midnights() && universal() && secondOfDay() >= EARLIEST_MIDNIGHT_EAST;
        return next && day != null ? day.plusDays(1) : day;
    }

    private @Nullable LocalDate dayInUtc(DateReading reading) {
        DateOrder order = shape.orders.size() == 1 ? shape.orders.iterator().next() : reading.order();
        if (!shape.orders.contains(order)) {
            return null;
        }
        LocalDate day = shape.hasShortYear()
                ? order.dayOfShortYear(first, second, third, reading.lastYear())
                : order.day(first, second, third);
        boolean named = day == null || weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek());
        return named ? day : null;
    }

    /** Whether it is a moment in UTC, which does not say which zone's day is meant. */
    boolean universal() {
        return time != null && time.universal();
    }

    /** Seconds since midnight; 0 where no time is written. */
    int secondOfDay() {
        return time == null ? 0 : time.second();
    }
}
