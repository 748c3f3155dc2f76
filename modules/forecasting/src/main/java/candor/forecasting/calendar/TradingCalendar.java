package candor.forecasting.calendar;

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
}
