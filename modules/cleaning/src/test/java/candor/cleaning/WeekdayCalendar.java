package candor.cleaning;

import candor.forecasting.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exchange that trades on every weekday but Christmas, 2000 to 2030, until midnight UTC. */
public final class WeekdayCalendar implements TradingCalendar {

    @Override
    public LocalDate firstDay() {
        return LocalDate.of(2000, 1, 1);
    }

    @Override
    public LocalDate lastDay() {
        return LocalDate.of(2030, 12, 31);
    }

    @Override
    public boolean isSession(LocalDate day) {
        if (day.isBefore(firstDay()) || day.isAfter(lastDay())) {
            throw new IllegalArgumentException("unknown day: " + day);
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && !(day.getMonthValue() == 12 && day.getDayOfMonth() == 25);
    }

    @Override
    public List<LocalDate> sessions(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " lies after " + to);
        }
        return from.datesUntil(to.plusDays(1)).filter(this::isSession).toList();
    }

    @Override
    public LocalDate sessionAfter(LocalDate day, int count) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(this::isSession)
                .skip(count - 1L)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Instant> open(LocalDate day) {
        return isSession(day) ? Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()) : Optional.empty();
    }

    @Override
    public Optional<Instant> close(LocalDate day) {
        return isSession(day) ? Optional.of(day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)) : Optional.empty();
    }

    @Override
    public boolean closesEarly(LocalDate day) {
        return false;
    }

    @Override
    public LocalDate lastFinishedSession(Instant now) {
        return Stream.iterate(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1), day -> day.minusDays(1))
                .filter(this::isSession)
                .findFirst()
                .orElseThrow();
    }
}
