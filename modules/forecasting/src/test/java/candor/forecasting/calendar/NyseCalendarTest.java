package candor.forecasting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.fixture.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NyseCalendarTest {

    private final NyseCalendar calendar = new NyseCalendar();

    @Test
    void equalsTheReferenceSessionBySession() throws IOException {
        List<String> expected = Files.readAllLines(SharedFiles.require("reference/sessions-XNYS.csv"));
        List<String> sessions = calendar.sessions(calendar.firstDay(), calendar.lastDay()).stream()
                .map(this::row)
                .toList();
        assertThat(sessions).hasSize(8298).isEqualTo(expected.subList(1, expected.size()));
        assertThat(sessions.stream().filter(row -> row.endsWith(",1"))).hasSize(73);
    }

    private String row(LocalDate session) {
        return session + "," + utcTime(calendar.open(session).orElseThrow()) + ","
                + utcTime(calendar.close(session).orElseThrow()) + "," + (calendar.closesEarly(session) ? 1 : 0);
    }

    private static String utcTime(Instant instant) {
        return instant.toString().substring(11, 16);
    }

    @Test
    void hasAsManySessionsAndEarlyClosesAsTheExchange() {
        List<LocalDate> sessions = calendar.sessions(calendar.firstDay(), calendar.lastDay());
        assertThat(sessions).hasSize(8298).doesNotHaveDuplicates().isSorted();
        assertThat(sessions).noneMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        assertThat(sessions.stream().filter(calendar::closesEarly)).hasSize(73);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-09-11", "2001-09-12", "2001-09-13", "2001-09-14", "2004-06-11", "2007-01-02", "2012-10-29",
                "2012-10-30", "2018-12-05", "2025-01-09", "1998-01-01", "1998-01-19", "2008-03-21", "2022-06-20",
                "2027-06-18", "2020-07-03", "2021-12-24", "2022-12-26", "2023-01-02", "2024-11-28"
            })
    void isClosed(LocalDate day) {
        assertThat(calendar.isSession(day)).isFalse();
        assertThat(calendar.open(day)).isEmpty();
        assertThat(calendar.close(day)).isEmpty();
        assertThat(calendar.closesEarly(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31",
                "2001-09-10",
                "2001-09-17",
                "2010-12-31",
                "2012-10-31",
                "2021-06-18",
                "2021-12-31",
                "2002-07-03",
                "2018-12-06"
            })
    void isOpen(LocalDate day) {
        assertThat(calendar.isSession(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T20:59:59Z, 2023-12-29",
        "2024-01-02T21:00:00Z, 2024-01-02",
        "2024-07-02T19:59:59Z, 2024-07-01",
        "2024-07-02T20:00:00Z, 2024-07-02",
        "2024-07-03T16:59:59Z, 2024-07-02", // early close, 13:00 New York
        "2024-07-03T17:00:00Z, 2024-07-03",
        "2024-07-07T12:00:00Z, 2024-07-05",
        "2024-03-08T20:59:59Z, 2024-03-07", // last session before the clocks go forward
        "2024-03-11T19:59:59Z, 2024-03-08", // first one after
        "2024-03-11T20:00:00Z, 2024-03-11",
        "2024-11-04T20:59:59Z, 2024-11-01", // first session after the clocks go back
        "2024-11-04T21:00:00Z, 2024-11-04",
        "2006-04-03T20:00:00Z, 2006-04-03", // until 2006 summer time began in April
        "2024-06-14T03:59:59Z, 2024-06-13", // still the 13th in New York
        "1998-01-02T21:00:00Z, 1998-01-02",
        "2031-01-01T04:59:59Z, 2030-12-31"
    })
    void knowsTheLastFinishedSession(Instant now, LocalDate session) {
        assertThat(calendar.lastFinishedSession(now)).isEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1998-01-02T20:59:59Z", "1997-12-31T12:00:00Z", "2031-01-01T05:00:00Z"})
    void doesNotGuessTheLastFinishedSession(Instant now) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.lastFinishedSession(now))
                .withMessageContaining("1998-01-01 to 2030-12-31");
    }

    @Test
    void countsSessionsForward() {
        assertThat(calendar.sessionAfter(LocalDate.of(2001, 9, 10), 1)).isEqualTo("2001-09-17");
        assertThat(calendar.sessionAfter(LocalDate.of(2001, 9, 12), 2)).isEqualTo("2001-09-18");
        assertThat(calendar.sessionAfter(LocalDate.of(2024, 2, 28), 21)).isEqualTo("2024-03-28");
        assertThat(calendar.sessionAfter(LocalDate.of(2030, 12, 30), 1)).isEqualTo("2030-12-31");
    }

    @Test
    void refusesWhatLiesOutside() {
        LocalDate early = LocalDate.of(1997, 12, 31);
        LocalDate late = LocalDate.of(2031, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isSession(early))
                .withMessage("1997-12-31 is not a day that the calendar knows: NYSE and Nasdaq, "
                        + "1998-01-01 to 2030-12-31, New York dates");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.close(late));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.sessions(calendar.firstDay(), late));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.sessionAfter(LocalDate.of(2030, 12, 30), 2))
                .withMessageContaining("session 2 after 2030-12-30");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.sessionAfter(LocalDate.of(2024, 1, 2), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.sessions(LocalDate.of(2024, 1, 3), LocalDate.of(2024, 1, 2)));
    }

    @Test
    void sessionsIncludeBothEnds() {
        assertThat(calendar.sessions(LocalDate.of(2012, 10, 26), LocalDate.of(2012, 10, 31)))
                .containsExactly(LocalDate.of(2012, 10, 26), LocalDate.of(2012, 10, 31));
        assertThat(calendar.sessions(LocalDate.of(2024, 6, 15), LocalDate.of(2024, 6, 16)))
                .isEmpty();
    }
}
