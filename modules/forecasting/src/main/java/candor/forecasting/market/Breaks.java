package candor.forecasting.market;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * Where a history breaks off: between two bars lie more sessions of the exchange without a bar than a return may span.
 * Sessions are counted by the exchange's calendar, so that days on which nobody could trade are no gap; outside the years
 * that it knows every weekday counts.
 */
final class Breaks {

    /** Built when the first gap asks for it, which few histories have. */
    private static final class Exchange {
        static final TradingCalendar CALENDAR = new NyseCalendar();
    }

    private Breaks() {}

    /** The indices of the bars before which the history breaks off. */
    static BitSet of(LocalDate[] sessions) {
        BitSet breaks = new BitSet();
        for (int t = 1; t < sessions.length; t++) {
            if (isBreak(sessions[t - 1], sessions[t])) {
                breaks.set(t);
            }
        }
        return breaks;
    }

    static boolean isBreak(LocalDate before, LocalDate session) {
        // So many sessions take as many days at least: nearly every step is settled without the calendar.
        return ChronoUnit.DAYS.between(before, session) - 1 > PriceHistory.MOST_MISSING
                && missing(before, session) > PriceHistory.MOST_MISSING;
    }

    /** Sessions of the exchange between two days, neither of them counted. */
    static int missing(LocalDate before, LocalDate session) {
        TradingCalendar calendar = Exchange.CALENDAR;
        LocalDate first = before.plusDays(1);
        LocalDate last = session.minusDays(1);
        LocalDate known = first.isBefore(calendar.firstDay()) ? calendar.firstDay() : first;
        LocalDate knownEnd = last.isAfter(calendar.lastDay()) ? calendar.lastDay() : last;
        if (known.isAfter(knownEnd)) {
            return weekdays(first, session);
        }
        return weekdays(first, known)
                + calendar.sessions(known, knownEnd).size()
                + weekdays(knownEnd.plusDays(1), session);
    }

    private static int weekdays(LocalDate from, LocalDate end) {
        return from.isBefore(end)
                ? (int) from.datesUntil(end)
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .count()
                : 0;
    }
}
