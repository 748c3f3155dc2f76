package candor.forecasting.evaluation.scorecard;

import candor.forecasting.candidate.Candidates;
import candor.forecasting.evaluation.loss.SampleQuantile;
import candor.forecasting.walkforward.BacktestRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows by calendar year of the target's end, and by tercile of the EWMA variance among them. */
final class Parts {

    private static final int LEAST_FOR_A_YEAR = 100;
    private static final int LEAST_FOR_TERCILES = 30;

    private final List<BacktestRow> rows;

    private Parts(List<BacktestRow> rows) {
        this.rows = rows;
    }

    /** @param rows in time order */
    static Parts of(List<BacktestRow> rows) {
        return new Parts(rows);
    }

    /** @param figure of the rows at these indices */
    Breakdown breakdown(ToDoubleFunction<int[]> figure) {
        return new Breakdown(byYear(figure), byTercile(figure));
    }

    /** A year with too few outcomes, or without the figure, is left out. */
    SortedMap<String, Double> byYear(ToDoubleFunction<int[]> figure) {
        SortedMap<String, Double> figures = new TreeMap<>();
        years().forEach((year, at) -> {
            double value = figure.applyAsDouble(at);
            if (Double.isFinite(value)) {
                figures.put(year, value);
            }
        });
        return figures;
    }

    @Nullable
    Terciles byTercile(ToDoubleFunction<int[]> figure) {
        List<int[]> terciles = terciles();
        if (terciles.isEmpty()) {
            return null;
        }
        double low = figure.applyAsDouble(terciles.get(0));
        double middle = figure.applyAsDouble(terciles.get(1));
        double high = figure.applyAsDouble(terciles.get(2));
        // With many equal variances a tercile can be empty; then there is nothing to compare.
        return Double.isFinite(low + middle + high) ? new Terciles(low, middle, high) : null;
    }

    /** Indices of the rows of each year that has enough of them. */
    SortedMap<String, int[]> years() {
        SortedMap<String, List<Integer>> years = new TreeMap<>();
        for (int t = 0; t < rows.size(); t++) {
            years.computeIfAbsent(Integer.toString(rows.get(t).target().getYear()), year -> new ArrayList<>())
                    .add(t);
        }
        SortedMap<String, int[]> enough = new TreeMap<>();
        years.forEach((year, at) -> {
            if (at.size() >= LEAST_FOR_A_YEAR) {
                enough.put(year, at.stream().mapToInt(Integer::intValue).toArray());
            }
        });
        return enough;
    }

    /** Indices of the rows of the low, the middle and the high tercile, of which any may have none; empty for too few rows. */
    List<int[]> terciles() {
        double[] variances = PointScoring.losses(rows, row -> row.variance(Candidates.EWMA));
        double[] sorted =
                Arrays.stream(variances).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < LEAST_FOR_TERCILES) {
            return List.of();
        }
        double first = SampleQuantile.of(sorted, 1.0 / 3);
        double second = SampleQuantile.of(sorted, 2.0 / 3);
        return List.of(
                indices(variances, Double.NEGATIVE_INFINITY, first),
                indices(variances, first, second),
                indices(variances, second, Double.POSITIVE_INFINITY));
    }

    /** Where from &le; value &lt; to: a value on an edge belongs above it. */
    private static int[] indices(double[] values, double from, double to) {
        return IntStream.range(0, values.length)
                .filter(t -> values[t] >= from && values[t] < to)
                .toArray();
    }
}
