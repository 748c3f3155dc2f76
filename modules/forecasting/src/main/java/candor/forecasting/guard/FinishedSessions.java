package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import java.util.stream.IntStream;

/**
 * Every bar is one of a session: none on a weekend or holiday, as where missing days were filled with zero returns.
 *
 * @param calendar judges only the days it knows
 */
public record FinishedSessions(TradingCalendar calendar) implements Audit {

    @Override
    public GuardResult check(Made made) {
        PriceHistory history = made.history();
        return new SessionDays(calendar)
                .check(IntStream.range(0, history.size())
                        .mapToObj(history::session)
                        .toList());
    }
}
