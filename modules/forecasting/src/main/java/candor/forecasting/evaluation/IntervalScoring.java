package candor.forecasting.evaluation;

import candor.forecasting.walkforward.BacktestRow;
import candor.forecasting.walkforward.ScaleMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores calibrated quantiles at one horizon. */
final class IntervalScoring {

    /** Coverage of the interval between the i-th lowest and the i-th highest quantile of a row, outermost first. */
    private static final List<Double> NOMINAL = List.of(0.99, 0.95, 0.9, 0.8, 0.5);

    private static final int LEAST_FOR_A_YEAR = 100;
    private static final int LEAST_FOR_TERCILES = 30;

    /** Rows with outcome and quantiles, in time order. */
    private final List<BacktestRow> rows;

    private final int horizon;

    private IntervalScoring(List<BacktestRow> rows, int horizon) {
        this.rows = rows;
        this.horizon = horizon;
    }

    /** Over those of the rows, which have outcomes and are in time order, that are calibrated. */
    static IntervalScoring of(List<BacktestRow> rows) {
        List<BacktestRow> calibrated = rows.stream()
                .filter(row -> row.quantiles().stream().allMatch(Double::isFinite))
                .toList();
        return new IntervalScoring(calibrated, rows.getFirst().horizon());
    }

    List<IntervalScore> intervals() {
        if (rows.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, NOMINAL.size())
                .map(i -> NOMINAL.size() - 1 - i)
                .mapToObj(this::interval)
                .toList();
    }

    @Nullable
    Double crps() {
        return rows.isEmpty()
                ? null
                : PointScoring.average(rows, row -> distribution(row).crps(row.realised()));
    }

    @Nullable
    UniformityTest pit() {
        if (rows.isEmpty()) {
            return null;
        }
        double[] transforms = PointScoring.losses(rows, row -> distribution(row).cdf(row.realised()));
        return new UniformityTest(overOffsets(offset -> KolmogorovSmirnov.ofUniform(
                        everyHorizon(offset).mapToDouble(t -> transforms[t]).toArray())
                .p()));
    }

    private IntervalScore interval(int rank) {
        double nominal = NOMINAL.get(rank);
        boolean[] outside = new boolean[rows.size()];
        for (int t = 0; t < outside.length; t++) {
            BacktestRow row = rows.get(t);
            outside[t] = row.realised() < lower(row, rank) || row.realised() > upper(row, rank);
        }
        return new IntervalScore(
                nominal,
                rows.size(),
                coverage(outside, IntStream.range(0, outside.length)),
                PointScoring.average(
                        rows, row -> IntervalLoss.of(lower(row, rank), upper(row, rank), nominal, row.realised())),
                overOffsets(offset -> kupiec(thinned(outside, offset), nominal)),
                overOffsets(offset ->
                        Christoffersen.of(thinned(outside, offset), 1 - nominal).independenceP()),
                byYear(outside),
                byTercile(outside));
    }

    private SortedMap<String, Double> byYear(boolean[] outside) {
        SortedMap<Integer, List<Integer>> years = new TreeMap<>();
        for (int t = 0; t < outside.length; t++) {
            years.computeIfAbsent(rows.get(t).target().getYear(), year -> new ArrayList<>())
                    .add(t);
        }
        SortedMap<String, Double> coverage = new TreeMap<>();
        years.forEach((year, at) -> {
            if (at.size() >= LEAST_FOR_A_YEAR) {
                coverage.put(
                        Integer.toString(year), coverage(outside, at.stream().mapToInt(Integer::intValue)));
            }
        });
        return coverage;
    }

    private @Nullable Terciles byTercile(boolean[] outside) {
        double[] variances = PointScoring.losses(rows, row -> row.variance(ScaleMethod.EWMA));
        double[] sorted =
                Arrays.stream(variances).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < LEAST_FOR_TERCILES) {
            return null;
        }
        double first = quantile(sorted, 1.0 / 3);
        double second = quantile(sorted, 2.0 / 3);
        double low = coverage(outside, indices(variances, Double.NEGATIVE_INFINITY, first));
        double middle = coverage(outside, indices(variances, first, second));
        double high = coverage(outside, indices(variances, second, Double.POSITIVE_INFINITY));
        // With many equal variances a tercile can be empty; then there is nothing to compare.
        return Double.isFinite(low + middle + high) ? new Terciles(low, middle, high) : null;
    }

    /** Where from &le; value &lt; to: a value on an edge belongs above it. */
    private static IntStream indices(double[] values, double from, double to) {
        return IntStream.range(0, values.length).filter(t -> values[t] >= from && values[t] < to);
    }

    /** Type 7 of Hyndman &amp; Fan (1996). */
    private static double quantile(double[] sorted, double probability) {
        double position = (sorted.length - 1) * probability;
        int below = (int) Math.floor(position);
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }

    private static double coverage(boolean[] outside, IntStream indices) {
        int[] at = indices.toArray();
        long inside = Arrays.stream(at).filter(t -> !outside[t]).count();
        return (double) inside / at.length;
    }

    private static double kupiec(boolean[] violations, double nominal) {
        int count = 0;
        for (boolean violation : violations) {
            count += violation ? 1 : 0;
        }
        return Kupiec.of(count, violations.length, 1 - nominal).p();
    }

    /**
     * The median of a p-value over the offsets 0..h-1 at which targets h sessions long do not overlap: the tests want
     * independent outcomes.
     */
    private double overOffsets(IntToDoubleFunction pValue) {
        double[] p = IntStream.range(0, Math.min(horizon, rows.size()))
                .mapToDouble(pValue)
                .sorted()
                .toArray();
        int half = p.length / 2;
        return p.length % 2 == 1 ? p[half] : (p[half - 1] + p[half]) / 2;
    }

    private IntStream everyHorizon(int offset) {
        return IntStream.iterate(offset, t -> t < rows.size(), t -> t + horizon);
    }

    private boolean[] thinned(boolean[] outside, int offset) {
        int[] at = everyHorizon(offset).toArray();
        boolean[] thinned = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            thinned[i] = outside[at[i]];
        }
        return thinned;
    }

    private static double lower(BacktestRow row, int rank) {
        return row.quantiles().get(rank);
    }

    private static double upper(BacktestRow row, int rank) {
        return row.quantiles().get(row.quantiles().size() - 1 - rank);
    }

    /**
     * Each level is calibrated by itself, so quantiles may cross; sorted they are a distribution, never a worse one
     * (Chernozhukov, Fern&aacute;ndez-Val &amp; Galichon 2010).
     */
    private static QuantileDistribution distribution(BacktestRow row) {
        return QuantileDistribution.of(
                BacktestRow.PROBABILITIES, row.quantiles().stream().sorted().toList());
    }
}
