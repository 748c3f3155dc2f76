package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every bar is one of a session: none on a weekend or holiday, as where missing days were filled with zero returns.
 *
 * @param calendar judges only the days it knows
 */
public record FinishedSessions(TradingCalendar calendar) implements Audit {

    static final String NAME = "finished sessions";

    @Override
    public GuardResult check(Made made) {
        PriceHistory history = made.history();
        return check(
                IntStream.range(0, history.size()).mapToObj(history::session).toList());
    }

    /** Judges the days of bars. */
    public GuardResult check(List<LocalDate> days) {
        for (LocalDate day : days) {
            boolean known = !day.isBefore(calendar.firstDay()) && !day.isAfter(calendar.lastDay());
            if (known && !calendar.isSession(day)) {
                return GuardResult.broken(NAME, "There is a bar on " + day + ", when the exchange was closed.");
            }
        }
        return GuardResult.held(NAME, "All " + days.size() + " bars are of sessions of the exchange.");
    }
}
