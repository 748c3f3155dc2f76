package candor.forecasting.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/**
 * The New York exchanges' holidays and early closes from 1998 on, by rule, and the days that no rule gives. Source: NYSE
 * Rule 7.2 and the exchange's announcements.
 */
final class NyseRules {

    /** Juneteenth is a market holiday from this year on. */
    private static final int JUNETEENTH_SINCE = 2022;

    /**
     * Up to 2012 an Independence Day on a Thursday shortened the Friday after it; from 2013 on, the Wednesday before.
     */
    private static final int WEDNESDAY_BEFORE_INDEPENDENCE_SINCE = 2013;

    /** Closures that no rule gives. */
    private static final Set<LocalDate> SPECIAL_CLOSURES = Set.of(
            LocalDate.of(2001, 9, 11), // attack on the World Trade Center, until the 14th
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            LocalDate.of(2004, 6, 11), // mourning for President Reagan
            LocalDate.of(2007, 1, 2), // mourning for President Ford
            LocalDate.of(2012, 10, 29), // Hurricane Sandy
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5), // mourning for President G. H. W. Bush
            LocalDate.of(2025, 1, 9)); // mourning for President Carter

    /** Early closes that no rule gives. */
    private static final Set<LocalDate> SPECIAL_EARLY_CLOSES = Set.of(
            LocalDate.of(1999, 12, 31), // eve of 2000
            LocalDate.of(2003, 12, 26)); // Friday after Christmas

    private NyseRules() {}

    /** The days of a year without trading; weekends are left out, unless a holiday falls on one. */
    static Set<LocalDate> closures(int year) {
        Set<LocalDate> closures = new HashSet<>();
        closures.add(newYear(year));
        closures.add(nth(3, DayOfWeek.MONDAY, year, Month.JANUARY)); // Martin Luther King Jr. Day, since 1998
        closures.add(nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY)); // Washington's Birthday
        closures.add(Easter.sunday(year).minusDays(2)); // Good Friday
        closures.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= JUNETEENTH_SINCE) {
            closures.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        closures.add(observed(independenceDay(year)));
        closures.add(nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER)); // Labor Day
        closures.add(thanksgiving(year));
        closures.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        SPECIAL_CLOSURES.stream().filter(day -> day.getYear() == year).forEach(closures::add);
        return closures;
    }

    /** The days of a year on which trading, if there is any, ends at 13:00 New York time. */
    static Set<LocalDate> earlyCloses(int year) {
        Set<LocalDate> early = new HashSet<>();
        early.add(thanksgiving(year).plusDays(1));
        early.add(LocalDate.of(year, Month.DECEMBER, 24));
        boolean fridayAfter = independenceDay(year).getDayOfWeek() == DayOfWeek.THURSDAY
                && year < WEDNESDAY_BEFORE_INDEPENDENCE_SINCE;
        early.add(independenceDay(year).plusDays(fridayAfter ? 1 : -1));
        SPECIAL_EARLY_CLOSES.stream().filter(day -> day.getYear() == year).forEach(early::add);
        return early;
    }

    /** Closed on the Monday where it falls on a Sunday; a Saturday is not made up for, the Friday ends a year. */
    private static LocalDate newYear(int year) {
        LocalDate day = LocalDate.of(year, Month.JANUARY, 1);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate independenceDay(int year) {
        return LocalDate.of(year, Month.JULY, 4);
    }

    private static LocalDate thanksgiving(int year) {
        return nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER);
    }

    private static LocalDate nth(int n, DayOfWeek weekday, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    /** A holiday on a Saturday closes the Friday before, one on a Sunday the Monday after. */
    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }
}
