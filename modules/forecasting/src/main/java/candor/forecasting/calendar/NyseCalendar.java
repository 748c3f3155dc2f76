package candor.forecasting.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of NYSE and Nasdaq, 1998-01-01 to 2030-12-31: 09:30 to 16:00 New York time, to 13:00 on early closes.
 * Late openings and interruptions within a session are not kept. Years that are not over follow the rules of today:
 * a closure that is announced later is not in them. Immutable.
 */
public final class NyseCalendar implements TradingCalendar {

    /** New York, whose wall clock the exchange follows. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final LocalDate FIRST_DAY = LocalDate.of(1998, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2030, 12, 31);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    private final LocalDate[] sessions;
    private final BitSet early;

    public NyseCalendar() {
        List<LocalDate> found = new ArrayList<>();
        early = new BitSet();
        for (int year = FIRST_DAY.getYear(); year <= LAST_DAY.getYear(); year++) {
            addYear(year, found);
        }
        sessions = found.toArray(LocalDate[]::new);
    }

    private void addYear(int year, List<LocalDate> found) {
        Set<LocalDate> closures = NyseRules.closures(year);
        Set<LocalDate> earlyCloses = NyseRules.earlyCloses(year);
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || closures.contains(day)) {
                continue;
            }
            if (earlyCloses.contains(day)) {
                early.set(found.size());
            }
            found.add(day);
        }
    }

    @Override
    public LocalDate firstDay() {
        return FIRST_DAY;
    }

    @Override
    public LocalDate lastDay() {
        return LAST_DAY;
    }

    @Override
    public boolean isSession(LocalDate day) {
        return indexOf(day) >= 0;
    }

    @Override
    public List<LocalDate> sessions(LocalDate from, LocalDate to) {
        int begin = firstAtOrAfter(from);
        int end = firstAfter(to);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "sessions from " + from + " to " + to + ": the end lies before the start");
        }
        return List.of(Arrays.copyOfRange(sessions, begin, end));
    }

    @Override
    public LocalDate sessionAfter(LocalDate day, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count of sessions after " + day + " below 1: " + count);
        }
        long index = (long) firstAfter(day) + count - 1;
        if (index >= sessions.length) {
            throw new IllegalArgumentException(
                    "session " + count + " after " + day + " lies beyond what the calendar knows: " + known());
        }
        return sessions[(int) index];
    }

    @Override
    public Optional<Instant> open(LocalDate day) {
        return isSession(day) ? Optional.of(instant(day, OPEN)) : Optional.empty();
    }

    @Override
    public Optional<Instant> close(LocalDate day) {
        int index = indexOf(day);
        return index >= 0 ? Optional.of(closeOf(index)) : Optional.empty();
    }

    @Override
    public boolean closesEarly(LocalDate day) {
        int index = indexOf(day);
        return index >= 0 && early.get(index);
    }

    @Override
    public LocalDate lastFinishedSession(Instant now) {
        int index = firstAfter(now.atZone(ZONE).toLocalDate()) - 1;
        if (index >= 0 && closeOf(index).isAfter(now)) {
            index--;
        }
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no session is over at " + now + " as far as the calendar knows: " + known());
        }
        return sessions[index];
    }

    private Instant closeOf(int index) {
        return instant(sessions[index], early.get(index) ? EARLY_CLOSE : CLOSE);
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private int indexOf(LocalDate day) {
        return Arrays.binarySearch(sessions, inRange(day));
    }

    private int firstAtOrAfter(LocalDate day) {
        int found = indexOf(day);
        return found >= 0 ? found : -found - 1;
    }

    private int firstAfter(LocalDate day) {
        int found = indexOf(day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException(day + " is not a day that the calendar knows: " + known());
        }
        return day;
    }

    private static String known() {
        return "NYSE and Nasdaq, " + FIRST_DAY + " to " + LAST_DAY + ", New York dates";
    }
}
