package candor.forecasting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a bar is final, around closes, early closes and changes of the clock. */
final class SessionIsOverTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final NyseCalendar calendar = new NyseCalendar();

    @ParameterizedTest
    @CsvSource({
        "2024-07-02, 2024-07-02T22:00:00Z", // summer: 16:00 is 20:00 UTC
        "2024-01-02, 2024-01-02T23:00:00Z", // winter
        "2024-07-03, 2024-07-03T19:00:00Z", // 13:00 in summer
        "2024-11-29, 2024-11-29T20:00:00Z", // 13:00 in winter
        "2024-03-08, 2024-03-08T23:00:00Z", // Friday before the clocks go forward
        "2024-03-11, 2024-03-11T22:00:00Z", // Monday after
        "2024-11-01, 2024-11-01T22:00:00Z", // Friday before they go back
        "2024-11-04, 2024-11-04T23:00:00Z" // Monday after
    })
    void finalTwoHoursAfterTheClose(LocalDate session, Instant moment) {
        assertThat(calendar.isOver(session, moment.minusSeconds(1), TWO_HOURS)).isFalse();
        assertThat(calendar.isOver(session, moment, TWO_HOURS)).isTrue();
        assertThat(calendar.isOver(session, moment.plusSeconds(1), TWO_HOURS)).isTrue();
        assertThat(calendar.lastFinishedSession(moment, TWO_HOURS)).isEqualTo(session);
        assertThat(calendar.lastFinishedSession(moment.minusSeconds(1), TWO_HOURS))
                .isBefore(session);
        assertThat(calendar.isOver(session, moment.minus(TWO_HOURS), Duration.ZERO))
                .isTrue();
    }

    /** A clock that is set back makes a session unfinished again; it never makes a later one finished. */
    @Test
    void followsTheClockBack() {
        LocalDate session = LocalDate.of(2024, 11, 1);
        Instant over = Instant.parse("2024-11-01T22:30:00Z");
        assertThat(calendar.isOver(session, over, TWO_HOURS)).isTrue();
        assertThat(calendar.isOver(session, over.minusSeconds(3600), TWO_HOURS)).isFalse();
    }

    /** Until 2006 summer time lasted from April to October, since then from March to November. */
    @ParameterizedTest
    @MethodSource("changes")
    void closesAtFourInNewYorkOnBothSidesOfEveryChange(ZoneOffsetTransition change) {
        LocalDate sunday = change.getDateTimeBefore().toLocalDate();
        List<LocalDate> around = calendar.sessions(sunday.minusDays(4), sunday.plusDays(4));

        assertThat(around).hasSizeGreaterThanOrEqualTo(4).allSatisfy(session -> {
            Instant close = calendar.close(session).orElseThrow();
            int offset = session.isBefore(sunday)
                    ? change.getOffsetBefore().getTotalSeconds()
                    : change.getOffsetAfter().getTotalSeconds();
            int hour = calendar.closesEarly(session) ? 13 : 16;
            assertThat(close).isEqualTo(Instant.parse(session + "T00:00:00Z").plusSeconds(hour * 3600L - offset));
            assertThat(calendar.isOver(session, close, Duration.ZERO)).isTrue();
            assertThat(calendar.isOver(session, close.minusNanos(1), Duration.ZERO))
                    .isFalse();
        });
    }

    static Stream<ZoneOffsetTransition> changes() {
        Instant end = Instant.parse("2030-12-01T00:00:00Z");
        return Stream.iterate(
                next(Instant.parse("1998-01-10T00:00:00Z")),
                change -> change.getInstant().isBefore(end),
                change -> next(change.getInstant()));
    }

    private static ZoneOffsetTransition next(Instant after) {
        return ZoneId.of("America/New_York").getRules().nextTransition(after);
    }

    @Test
    void aDayWithoutSessionIsNeverOver() {
        Instant late = Instant.parse("2024-12-31T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isOver(LocalDate.of(2024, 7, 4), late, TWO_HOURS))
                .withMessage("2024-07-04 is no session: the exchange is closed on that day, and nothing can be over");
    }

    /** Every question has the same answer beyond what is known: what is known. */
    @ParameterizedTest
    @CsvSource({"1997-12-31", "2031-01-01", "0001-01-01", "+999999-12-31"})
    void doesNotGuess(LocalDate day) {
        Instant now = Instant.parse("2024-01-02T00:00:00Z");
        List<Consumer<LocalDate>> questions = List.of(
                calendar::isSession,
                calendar::open,
                calendar::close,
                calendar::closesEarly,
                unknown -> calendar.sessions(unknown, unknown),
                unknown -> calendar.sessionAfter(unknown, 1),
                unknown -> calendar.isOver(unknown, now, TWO_HOURS));
        assertThat(questions)
                .allSatisfy(question -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> question.accept(day))
                        .withMessageContaining("NYSE and Nasdaq, 1998-01-01 to 2030-12-31"));
    }
}
