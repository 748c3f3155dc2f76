package candor.forecasting.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When an exchange trades. Sessions are exchange-local dates. A question outside {@link #firstDay()}..{@link #lastDay()}
 * is an IllegalArgumentException that says what the calendar knows: it never guesses.
 */
public interface TradingCalendar {

    /** First day the calendar knows, inclusive. */
    LocalDate firstDay();

    /** Last day the calendar knows, inclusive. */
    LocalDate lastDay();

    boolean isSession(LocalDate day);

    /** The sessions from..to, both ends included, ascending. */
    List<LocalDate> sessions(LocalDate from, LocalDate to);

    /**
     * The session that lies {@code count} sessions after {@code day}.
     *
     * @param day a session or any other day; it does not count itself
     * @param count &ge; 1
     */
    LocalDate sessionAfter(LocalDate day, int count);

    /** When trading opens; empty where the day is no session. */
    Optional<Instant> open(LocalDate day);

    /** When trading closes, early closes included; empty where the day is no session. */
    Optional<Instant> close(LocalDate day);

    /** Whether the session closes before the usual hour. */
    boolean closesEarly(LocalDate day);

    /** The last session whose close lies at or before the instant: the latest bar that may be used. */
    LocalDate lastFinishedSession(Instant now);

    /**
     * The last session whose bar is final at the instant.
     *
     * @param settling how long after its close a bar may still change, &ge; 0
     */
    default LocalDate lastFinishedSession(Instant now, Duration settling) {
        return lastFinishedSession(now.minus(settling));
    }

    /**
     * Whether a session's bar is final: its close, early or not, lies at least so long before the instant.
     *
     * @param session a session; any other day is an IllegalArgumentException
     * @param settling how long after its close a bar may still change, &ge; 0
     */
    default boolean isOver(LocalDate session, Instant now, Duration settling) {
        Instant close = close(session)
                .orElseThrow(() -> new IllegalArgumentException(
                        session + " is no session: the exchange is closed on that day, and nothing can be over"));
        return !close.plus(settling).isAfter(now);
    }
}
