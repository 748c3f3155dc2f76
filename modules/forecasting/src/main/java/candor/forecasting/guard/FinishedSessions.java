package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;

/**
 * Every bar is one of a session: none on a weekend or holiday, as where missing days were filled with zero returns.
 *
 * @param calendar judges only the days it knows
 */
record FinishedSessions(TradingCalendar calendar) implements Audit {

    static final String NAME = "finished sessions";

    @Override
    public GuardResult check(Made made) {
        PriceHistory history = made.history();
        for (int t = 0; t < history.size(); t++) {
            LocalDate day = history.session(t);
            boolean known = !day.isBefore(calendar.firstDay()) && !day.isAfter(calendar.lastDay());
            if (known && !calendar.isSession(day)) {
                return GuardResult.broken(
                        NAME,
                        "There is a bar on " + day + ", when the exchange was closed: close " + history.close(t)
                                + ", volume " + history.volume(t) + ".");
            }
        }
        return GuardResult.held(NAME, "All " + history.size() + " bars are of sessions of the exchange.");
    }
}
