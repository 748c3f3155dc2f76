package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** All forecasts of a history, by origin. */
final class Walked {

    private Walked() {}

    static Map<LocalDate, OwnForecast> of(PriceHistory history, Prior prior, double gamma, TradingCalendar calendar) {
        OwnBars bars = new OwnBars(calendar);
        OwnForecasts walk = new OwnForecasts(prior, bars, gamma);
        Map<LocalDate, OwnForecast> made = new TreeMap<>();
        for (int t = 0; t < history.size(); t++) {
            PriceHistory visible = history.visibleAt(t);
            bars.absorb(visible);
            LocalDate origin = history.session(t);
            walk.step(visible).ifPresent(forecast -> made.put(origin, forecast));
        }
        return made;
    }
}
