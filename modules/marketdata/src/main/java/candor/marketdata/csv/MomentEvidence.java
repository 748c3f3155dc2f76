package candor.marketdata.csv;

import candor.forecasting.calendar.NyseCalendar;
import candor.marketdata.text.Quoted;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What moments in UTC say about the days that they are of. The day in UTC is right for midnights in UTC and in America,
 * and for the open and the close in New York; midnights further east are on the day before in UTC. Moments of one time
 * of day, or of two with an hour of daylight saving between, can be such midnights. Proof is that only one reading has
 * no Saturday and no Sunday; without one, that all moments are the open or the close in New York. Else the file is
 * rejected with both days shown.
 */
final class MomentEvidence {

    private static final DateReading SAME_DAY = DateReading.USUAL;
    private static final DateReading MIDNIGHTS =
            new DateReading(DateReading.USUAL.order(), DateReading.LAST_YEAR, true);
    private static final int QUARTER_OF_AN_HOUR = 900;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final Set<LocalTime> BELLS = Set.of(LocalTime.of(9, 30), LocalTime.of(16, 0));

    private final List<NotedDate> moments = new ArrayList<>();

    void note(NotedDate moment) {
        moments.add(moment);
    }

    boolean isEmpty() {
        return moments.isEmpty();
    }

    /** How the moments are read; as days in UTC, with a problem noted, where the file does not say. */
    DateReading proved(CsvProblems problems) {
        List<NotedDate> weekends = weekends(SAME_DAY);
        boolean canBeMidnights = canBeMidnights();
        if (canBeMidnights && weekends(MIDNIGHTS).isEmpty()) {
            if (!weekends.isEmpty()) {
                return MIDNIGHTS;
            }
            if (!moments.stream().allMatch(MomentEvidence::isBell)) {
                noteBoth(problems);
            }
        } else if (!weekends.isEmpty() && moments.getFirst().date().shape().isInstant()) {
            noteWeekend(weekends, problems);
        }
        return SAME_DAY;
    }

    private List<NotedDate> weekends(DateReading reading) {
        return moments.stream()
                .filter(moment -> Sequence.isWeekend(day(moment, reading)))
                .toList();
    }

    private static LocalDate day(NotedDate moment, DateReading reading) {
        return Objects.requireNonNull(moment.date().day(reading));
    }

    /** Whether a zone east of UTC can have all of them as midnights, and another day than UTC then. */
    private boolean canBeMidnights() {
        Set<Integer> times =
                moments.stream().map(moment -> moment.date().secondOfDay()).collect(Collectors.toSet());
        int first = times.iterator().next();
        Predicate<Integer> fits = time -> time % QUARTER_OF_AN_HOUR == 0
                && Set.of(0, HOUR, DAY - HOUR).contains(Math.floorMod(time - first, DAY));
        return times.size() <= 2
                && times.stream().allMatch(fits)
                && moments.stream().anyMatch(moment -> !day(moment, SAME_DAY).equals(day(moment, MIDNIGHTS)));
    }

    private static boolean isBell(NotedDate moment) {
        LocalTime utc = LocalTime.ofSecondOfDay(moment.date().secondOfDay());
        LocalTime there = day(moment, SAME_DAY)
                .atTime(utc)
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(NyseCalendar.ZONE)
                .toLocalTime();
        return BELLS.contains(there);
    }

    private void noteBoth(CsvProblems problems) {
        NotedDate moment = moments.stream()
                .filter(one -> !day(one, SAME_DAY).equals(day(one, MIDNIGHTS)))
                .findFirst()
                .orElseThrow();
        problems.add(
                moment.line(),
                CsvColumn.DATE,
                Quoted.of(moment.text()) + " is of " + day(moment, SAME_DAY) + " in UTC, or midnight of "
                        + day(moment, MIDNIGHTS) + " further east, and no weekend says which",
                "write year-month-day, as in " + day(moment, MIDNIGHTS));
    }

    private void noteWeekend(List<NotedDate> weekends, CsvProblems problems) {
        NotedDate first = weekends.getFirst();
        problems.add(
                first.line(),
                CsvColumn.DATE,
                Quoted.of(first.text()) + " is on " + day(first, SAME_DAY)
                        + " in UTC, which is no weekday, and does not say the exchange's day"
                        + (weekends.size() > 1 ? ", as do " + (weekends.size() - 1) + " more" : ""),
                "write year-month-day, as in 2024-01-31");
    }
}
