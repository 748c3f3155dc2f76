package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.harp.OwnVariances;
import candor.forecasting.harp.Priors;
import candor.forecasting.harp.VarianceForecast;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * HAR-P's forecast rests on no version of the prior that is dated later: on the last session before a version, a prior that
 * has no later ones gives the very same forecast.
 */
record DatedPrior(Priors priors, TradingCalendar calendar) implements Replay {

    static final String NAME = "dated prior";

    @Override
    public GuardResult check(ForecastingSystem system, Made made) {
        List<BacktestRow> rows = made.backtest().rows();
        Optional<LocalDate> cut = lastBeforeAVersion(rows);
        return cut.map(origin -> compare(made.history(), origin, rows))
                .orElseGet(() -> GuardResult.held(
                        NAME, "No version of the prior comes into force between two forecasts of these sessions."));
    }

    /** The last origin with a forecast of HAR-P after which, and before another, a version is dated. */
    private Optional<LocalDate> lastBeforeAVersion(List<BacktestRow> rows) {
        List<LocalDate> origins = rows.stream()
                .filter(row -> Double.isFinite(row.forecast(Candidates.HAR_P_OWN)))
                .map(BacktestRow::origin)
                .distinct()
                .sorted()
                .toList();
        return priors.horizons().stream()
                .flatMap(prior -> prior.versions().stream())
                .filter(version -> !origins.isEmpty() && !version.date().isAfter(origins.getLast()))
                .flatMap(version -> origins.stream().filter(origin -> origin.isBefore(version.date())))
                .max(Comparator.naturalOrder());
    }

    private GuardResult compare(PriceHistory history, LocalDate origin, List<BacktestRow> rows) {
        OwnVariances known = new OwnVariances(priors.upTo(origin), calendar);
        for (int t = 0; t <= history.indexOf(origin); t++) {
            known.absorb(history.visibleAt(t));
        }
        for (BacktestRow row : rows) {
            double want = known.forecast(row.horizon())
                    .map(VarianceForecast::variance)
                    .map(Math::sqrt)
                    .orElse(Double.NaN);
            double got = row.forecast(Candidates.HAR_P_OWN);
            if (row.origin().equals(origin) && Double.compare(want, got) != 0) {
                return GuardResult.broken(
                        NAME,
                        "The volatility over " + row.horizon() + " sessions from " + origin + " is given as " + got
                                + "; with what the prior said by then it is " + want + ".");
            }
        }
        return GuardResult.held(
                NAME, "On " + origin + " a prior without later versions gives the same forecast, bit for bit.");
    }
}
