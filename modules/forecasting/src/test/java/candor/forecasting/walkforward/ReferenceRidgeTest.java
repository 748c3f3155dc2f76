package candor.forecasting.walkforward;

import static candor.forecasting.fixture.SharedReference.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.fixture.SharedReference;
import candor.forecasting.fixture.Simulated;
import candor.forecasting.fixture.StxFile;
import candor.forecasting.fixture.Weekdays;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** STX against scikit-learn's Ridge(alpha=1000) on standardised features, refitted every 63 sessions. */
class ReferenceRidgeTest {

    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    @Test
    void forecastsEqualScikitLearn() {
        PriceHistory history = StxFile.read().history();
        int firstOrigin = history.indexOf(LocalDate.of(2009, 12, 31));
        FeatureTable features = features(history);
        int incomplete = (int) IntStream.range(0, firstOrigin)
                .filter(t -> !features.complete(t))
                .count();
        ForecastPlan plan = ForecastPlan.of(new ForecastSettings(
                List.of(1, 5),
                firstOrigin - incomplete,
                63,
                names,
                List.of(0.9),
                Map.of(1, 0.002, 5, 0.001),
                250,
                Simulated.candidates(List.of(1000.0))));
        Map<LocalDate, BacktestRow> daily = new HashMap<>();
        Map<LocalDate, BacktestRow> weekly = new HashMap<>();
        for (BacktestRow row : WalkForward.run(history, features, new Weekdays(), plan, Progress.NONE)
                .rows()) {
            (row.horizon() == 1 ? daily : weekly).put(row.origin(), row);
        }
        compare(daily, "reference/errors-STX-h1.csv");
        compare(weekly, "reference/errors-STX-h5.csv");
    }

    private static void compare(Map<LocalDate, BacktestRow> rows, String file) {
        for (Map<String, String> want : SharedReference.csv(file)) {
            BacktestRow row = rows.get(LocalDate.parse(String.valueOf(want.get("origin"))));
            assertThat(row).isNotNull();
            assertThat(row.forecast(Candidates.of("ridge"))).isEqualTo(number(want, "f_ridge"), within(1e-10));
            assertThat(row.forecast(Candidates.MEAN)).isEqualTo(number(want, "f_mean"), within(1e-10));
            assertThat(row.realised()).isEqualTo(number(want, "y"), within(1e-9));
            assertThat(row.target()).isEqualTo(LocalDate.parse(String.valueOf(want.get("target_end"))));
        }
    }

    /** Lagged returns, their means and standard deviations, close over its moving averages. */
    private FeatureTable features(PriceHistory history) {
        double[] close = IntStream.range(0, history.size())
                .mapToDouble(history::adjustedClose)
                .toArray();
        double[] r = IntStream.range(0, close.length)
                .mapToDouble(t -> t == 0 ? Double.NaN : StrictMath.log(close[t] / close[t - 1]))
                .toArray();
        for (int lag : new int[] {0, 1, 2, 4, 9}) {
            column("lag" + lag, r.length, lag + 1, t -> r[t - lag]);
        }
        for (int window : new int[] {5, 10, 21, 63}) {
            column("mean" + window, r.length, window, t -> mean(r, t, window));
        }
        for (int window : new int[] {5, 21, 63}) {
            column("deviation" + window, r.length, window, t -> deviation(r, t, window));
        }
        for (int window : new int[] {20, 50, 200}) {
            column("average" + window, r.length, window - 1, t -> close[t] / mean(close, t, window) - 1);
        }
        return new FeatureTable(names, columns.toArray(double[][]::new));
    }

    private void column(String name, int size, int first, IntToDoubleFunction value) {
        names.add(name);
        columns.add(IntStream.range(0, size)
                .mapToDouble(t -> t < first ? Double.NaN : value.applyAsDouble(t))
                .toArray());
    }

    private static double mean(double[] values, int last, int window) {
        return IntStream.rangeClosed(last - window + 1, last)
                .mapToDouble(t -> values[t])
                .average()
                .orElseThrow();
    }

    private static double deviation(double[] values, int last, int window) {
        double mean = mean(values, last, window);
        double squares = IntStream.rangeClosed(last - window + 1, last)
                .mapToDouble(t -> (values[t] - mean) * (values[t] - mean))
                .sum();
        return Math.sqrt(squares / (window - 1));
    }
}
