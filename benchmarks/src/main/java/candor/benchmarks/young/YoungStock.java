package candor.benchmarks.young;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.candidate.Candidates;
import candor.forecasting.candidate.Forecasts;
import candor.forecasting.harp.OwnVariances;
import candor.forecasting.harp.Prior;
import candor.forecasting.harp.PriorPool;
import candor.forecasting.harp.Priors;
import candor.forecasting.harp.VarianceForecast;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.Bar;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.Champion;
import candor.forecasting.walkforward.ForecastSettings;
import candor.forecasting.walkforward.Recalibration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** HAR-P's forecasts of one symbol by a prior of other symbols: of its whole history, and as if it had been listed later. */
final class YoungStock {

    private static final List<Double> NONE = Collections.nCopies(BacktestRow.PROBABILITIES.size(), Double.NaN);

    private YoungStock() {}

    /** The bars from a day on. */
    static PriceHistory listed(PriceHistory history, LocalDate from) {
        List<Bar> bars = new ArrayList<>();
        List<Double> adjusted = new ArrayList<>();
        for (int t = 0; t < history.size(); t++) {
            if (!history.session(t).isBefore(from)) {
                bars.add(new Bar(
                        history.session(t),
                        history.open(t),
                        history.high(t),
                        history.low(t),
                        history.close(t),
                        history.volume(t)));
                adjusted.add(history.adjustedClose(t));
            }
        }
        return PriceHistory.of(
                bars, adjusted.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Calibrated rows of one horizon, one for each session of the history. */
    static List<BacktestRow> walk(PriceHistory history, Priors priors, int horizon, TradingCalendar calendar) {
        OwnVariances variances = new OwnVariances(priors, calendar);
        List<BacktestRow> rows = new ArrayList<>();
        for (int t = 0; t < history.size(); t++) {
            variances.absorb(history.visibleAt(t));
            rows.add(row(history, t, horizon, variances));
        }
        Prior prior = priors.of(horizon).orElseThrow();
        Champion champion = new Champion(Candidates.ZERO, Candidates.HAR_P_OWN);
        return Recalibration.of(rows, horizon, champion, ForecastSettings.standard(), new PriorPool(prior))
                .rows();
    }

    private static BacktestRow row(PriceHistory history, int t, int horizon, OwnVariances variances) {
        double sigma = variances
                .forecast(horizon)
                .map(VarianceForecast::variance)
                .map(Math::sqrt)
                .orElse(Double.NaN);
        int target = t + horizon;
        return new BacktestRow(
                history.session(t),
                history.session(Math.min(target, history.size() - 1)),
                horizon,
                target < history.size() ? Targets.logReturn(history, t, target) : Double.NaN,
                Forecasts.of(Map.of(Candidates.ZERO.key(), 0.0, Candidates.HAR_P_OWN.key(), sigma)),
                sigma,
                NONE,
                List.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                variances.longMean());
    }

    /** Places of the rows with interval and outcome whose origins have that age. */
    static int[] scored(List<BacktestRow> rows, Age age) {
        return IntStream.range(0, rows.size())
                .filter(age::holds)
                .filter(t -> Double.isFinite(rows.get(t).realised())
                        && Double.isFinite(rows.get(t).quantiles().getFirst()))
                .toArray();
    }
}
