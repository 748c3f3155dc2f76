package candor.forecasting.walkforward;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole walk-forward on the reference's refit dates, against its day-by-day variances and multipliers. */
class ReferenceIntervalsTest {

    private static final List<String> NO_FEATURE = List.of("constant");

    @Test
    void variancesAndMultipliersEqualTheReference() {
        PriceHistory history = StxFile.read().history();
        Map<LocalDate, Map<Integer, BacktestRow>> walked = byFirstTargetDay(history);
        Comparison daily = new Comparison();
        for (Map<String, String> row : SharedReference.csv("reference/intervals-STX-recommended.csv")) {
            BacktestRow forecast = forecast(walked, row, 1);
            daily.variance(forecast, number(row, "variance"));
            daily.multiplier(forecast, 0.75, number(row, "q50"));
            daily.multiplier(forecast, 0.9, number(row, "q80"));
            daily.multiplier(forecast, 0.95, number(row, "q90"));
            daily.multiplier(forecast, 0.975, number(row, "q95"));
            daily.multiplier(forecast, 0.995, number(row, "q99"));
        }
        daily.verify(5 * (5109 - 250));
    }

    @Test
    void longerHorizonsEqualTheReference() {
        PriceHistory history = StxFile.read().history();
        Map<LocalDate, Map<Integer, BacktestRow>> walked = byFirstTargetDay(history);
        Comparison longer = new Comparison();
        for (Map<String, String> row : SharedReference.csv("reference/intervals-STX-h5-h21.csv")) {
            for (int horizon : new int[] {5, 21}) {
                BacktestRow forecast = forecast(walked, row, horizon);
                longer.variance(forecast, number(row, "var" + horizon));
                longer.multiplier(forecast, 0.95, number(row, "q90_" + horizon));
                double realised = number(row, "y" + horizon);
                if (Double.isFinite(realised)) {
                    assertThat(forecast.realised()).isEqualTo(realised, within(1e-6 * Math.abs(realised) + 1e-12));
                }
            }
        }
        longer.verify(2 * 4102);
    }

    private static BacktestRow forecast(
            Map<LocalDate, Map<Integer, BacktestRow>> walked, Map<String, String> row, int horizon) {
        Map<Integer, BacktestRow> day = walked.getOrDefault(LocalDate.parse(String.valueOf(row.get("date"))), Map.of());
        BacktestRow forecast = day.get(horizon);
        assertThat(forecast).as("row of %s", row.get("date")).isNotNull();
        return forecast;
    }

    /** The reference begins by session index (2006-01-03 is the first target), not by features. */
    private static Map<LocalDate, Map<Integer, BacktestRow>> byFirstTargetDay(PriceHistory history) {
        int firstOrigin = history.indexOf(LocalDate.of(2006, 1, 3)) - 1;
        ForecastSettings standard = ForecastSettings.standard();
        ForecastSettings settings = new ForecastSettings(
                standard.horizons(),
                firstOrigin,
                standard.refitEvery(),
                NO_FEATURE,
                standard.levels(),
                standard.gamma(),
                standard.calibrationWarmUp(),
                standard.candidates());
        Champion logHar = new Champion(Candidates.ZERO, Candidates.LOG_HAR_L);
        ForecastPlan plan = ForecastPlan.of(settings)
                .withChampions(Map.of(1, logHar, 5, logHar, 21, logHar))
                .withSchedule(RefitSchedule.onTargetDates(SharedReference.refitDates(history)));
        FeatureTable features = new FeatureTable(NO_FEATURE, new double[1][history.size()]);
        Map<LocalDate, Map<Integer, BacktestRow>> rows = new HashMap<>();
        for (BacktestRow row : WalkForward.run(history, features, new Weekdays(), plan, Progress.NONE)
                .rows()) {
            int next = history.indexOf(row.origin()) + 1;
            if (next < history.size()) {
                rows.computeIfAbsent(history.session(next), day -> new HashMap<>())
                        .put(row.horizon(), row);
            }
        }
        return rows;
    }

    /**
     * Multipliers may differ where a score ties with the band within rounding: alpha then moves another way, for that
     * level, by one step. Such days are counted.
     */
    private static final class Comparison {

        private int compared;
        private int different;

        void variance(BacktestRow row, double want) {
            assertThat(row.sigma() * row.sigma()).isEqualTo(want, within(1e-6 * want));
        }

        void multiplier(BacktestRow row, double probability, double want) {
            double quantile = row.quantiles().get(BacktestRow.PROBABILITIES.indexOf(probability));
            if (Double.isNaN(want)) {
                assertThat(quantile).isNaN();
                return;
            }
            compared++;
            different += Math.abs(quantile / row.sigma() / want - 1) > 1e-6 ? 1 : 0;
        }

        void verify(int wanted) {
            assertThat(compared).isEqualTo(wanted);
            assertThat(different).as("multipliers that differ").isZero();
        }
    }
}
