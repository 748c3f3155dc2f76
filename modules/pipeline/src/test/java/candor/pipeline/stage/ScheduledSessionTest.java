package candor.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.failure.RequestRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduledSessionTest {

    private final NyseCalendar calendar = new NyseCalendar();

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "2026-04-24T22:30:00Z, 2026-04-24, true, a Friday evening in New York",
        "2026-04-25T22:30:00Z, 2026-04-24, false, a Saturday",
        "2026-04-26T22:30:00Z, 2026-04-24, false, a Sunday",
        "2026-03-06T23:30:00Z, 2026-03-06, true, the Friday before clocks go forward: 18:30 is 23:30 UTC",
        "2026-03-08T22:30:00Z, 2026-03-06, false, the Sunday of 23 hours",
        "2026-03-09T22:30:00Z, 2026-03-09, true, the Monday after: 18:30 is 22:30 UTC",
        "2026-11-01T23:30:00Z, 2026-10-30, false, the Sunday of 25 hours",
        "2026-11-02T23:30:00Z, 2026-11-02, true, the Monday after",
        "2026-07-03T22:30:00Z, 2026-07-02, false, Independence Day as observed",
        "2026-11-26T23:30:00Z, 2026-11-25, false, Thanksgiving",
        "2026-11-27T23:30:00Z, 2026-11-27, true, the day after: closes at 13:00",
        "2026-11-27T19:59:00Z, 2026-11-25, false, the same day a minute before its bar is final",
        "2026-11-27T20:00:00Z, 2026-11-27, true, the same day at 15:00",
        "2026-04-24T21:59:00Z, 2026-04-23, true, 17:59: the day's bar may still change",
        "2026-04-25T05:00:00Z, 2026-04-24, true, a schedule at one in the morning does Friday on Saturday",
        "2026-04-27T05:00:00Z, 2026-04-24, false, and nothing on Monday",
        "2012-10-30T22:30:00Z, 2012-10-26, false, closed for two days by a hurricane"
    })
    void isTheLastThatWasOverAtTheScheduledTime(Instant scheduled, LocalDate session, boolean due, String when) {
        assertThat(ScheduledSession.at(scheduled, calendar)).as(when).isEqualTo(new ScheduledSession(session, due));
    }

    /** A law: daily starts do each session once, in order, whatever clocks and holidays do. */
    @ParameterizedTest
    @ValueSource(strings = {"18:30", "00:00", "02:30", "09:30", "14:59", "18:00", "23:59"})
    void dailyScheduleDoesEachSessionOnce(LocalTime hour) {
        List<LocalDate> done = daily(hour);
        assertThat(done).containsExactlyElementsOf(calendar.sessions(done.getFirst(), done.getLast()));
        assertThat(done).hasSizeGreaterThan(750);
    }

    /** From 15:00 to 18:00 an early close is final and a usual one is not: two sessions can end within a day of each other. */
    @ParameterizedTest
    @ValueSource(strings = {"15:00", "17:59"})
    void dailyScheduleInTheAfternoonDoesTheLaterOfTwoThatEndTogether(LocalTime hour) {
        List<LocalDate> done = daily(hour);
        List<LocalDate> left = new ArrayList<>(calendar.sessions(done.getFirst(), done.getLast()));
        assertThat(left).containsSubsequence(done);
        left.removeAll(done);
        assertThat(left)
                .isNotEmpty()
                .allSatisfy(session -> assertThat(calendar.closesEarly(calendar.sessionAfter(session, 1)))
                        .isTrue());
    }

    /** The sessions that three years of daily starts do. */
    private List<LocalDate> daily(LocalTime hour) {
        List<LocalDate> done = new ArrayList<>();
        ZonedDateTime start = ZonedDateTime.of(LocalDate.of(2024, 1, 2), hour, NyseCalendar.ZONE);
        for (int day = 0; day < 3 * 366; day++) {
            ScheduledSession scheduled = ScheduledSession.at(start.plusDays(day).toInstant(), calendar);
            if (scheduled.due()) {
                done.add(scheduled.session());
            }
        }
        return done;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998-01-01T12:00:00Z", "2031-01-02T23:30:00Z"})
    void timesBeyondTheCalendarAreRefused(Instant scheduled) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> ScheduledSession.at(scheduled, calendar))
                .withMessageContaining("'scheduledTime': no sessions are known around " + scheduled)
                .withMessageContaining("from 1998-01-01 to 2030-12-31");
    }

    @Test
    void theLastDayOfTheCalendarIsKnown() {
        assertThat(ScheduledSession.at(Instant.parse("2030-12-31T23:30:00Z"), calendar))
                .isEqualTo(new ScheduledSession(LocalDate.of(2030, 12, 31), true));
    }
}
