package candor.forecasting.harp;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All forecasts of a history, by origin. */
final class Walked {

    private Walked() {}

    static Map<LocalDate, VarianceForecast> of(PriceHistory history, Prior prior, TradingCalendar calendar) {
        OwnVariances walk = new OwnVariances(priors(history, prior), calendar);
        Map<LocalDate, VarianceForecast> made = new TreeMap<>();
        for (int t = 0; t < history.size(); t++) {
            walk.absorb(history.visibleAt(t));
            LocalDate origin = history.session(t);
            walk.forecast(prior.horizon()).ifPresent(forecast -> made.put(origin, forecast));
        }
        return made;
    }

    /** A panel of which nothing but one prior is known. */
    static Priors priors(PriceHistory history, Prior prior) {
        LocalDate last = prior.versions().getLast().date();
        return new Priors("made by hand", 1, history.session(0), last, List.of(prior));
    }
}
