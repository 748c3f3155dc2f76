package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.loss.IntervalLoss;
import candor.forecasting.evaluation.loss.QuantileDistribution;
import candor.forecasting.evaluation.test.DisjointTargets;
import candor.forecasting.evaluation.test.KolmogorovSmirnov;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.evaluation.test.ViolationTests;
import candor.forecasting.evaluation.test.Wilson;
import candor.forecasting.walkforward.BacktestRow;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores calibrated quantiles at one horizon. */
final class IntervalScoring {

    /** Coverage of the interval between the i-th lowest and the i-th highest quantile of a row, outermost first. */
    private static final List<Double> NOMINAL = List.of(0.99, 0.95, 0.9, 0.8, 0.5);

    /** The level that reports name first. */
    private static final double MAIN = 0.9;

    private static final int YEAR = 250;
    private static final int QUARTER = 60;
    private static final double CONFIDENCE = 0.95;

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
        return new UniformityTest(new DisjointTargets(horizon, rows.size())
                .median(at -> KolmogorovSmirnov.ofUniform(DisjointTargets.pick(transforms, at))
                        .p()));
    }

    /** Null where nothing is calibrated. */
    @Nullable
    CoverageRecord coverage90() {
        if (rows.isEmpty()) {
            return null;
        }
        boolean[] outside = outside(NOMINAL.indexOf(MAIN));
        Parts parts = Parts.of(rows);
        SortedMap<String, CoverageShare> byYear = new TreeMap<>();
        parts.years().forEach((year, at) -> byYear.put(year, share(outside, at)));
        return new CoverageRecord(
                MAIN,
                share(outside, IntStream.range(0, outside.length).toArray()),
                latest(outside, YEAR),
                latest(outside, QUARTER),
                byYear,
                byTercile(outside, parts.terciles()));
    }

    private CoverageRecord.@Nullable ByTercile byTercile(boolean[] outside, List<int[]> terciles) {
        // With many equal variances a tercile can be empty; then there is nothing to compare.
        return terciles.isEmpty() || terciles.stream().anyMatch(at -> at.length == 0)
                ? null
                : new CoverageRecord.ByTercile(
                        share(outside, terciles.get(0)),
                        share(outside, terciles.get(1)),
                        share(outside, terciles.get(2)));
    }

    private @Nullable CoverageShare latest(boolean[] outside, int count) {
        return outside.length < count
                ? null
                : share(
                        outside,
                        IntStream.range(outside.length - count, outside.length).toArray());
    }

    private CoverageShare share(boolean[] outside, int[] at) {
        int inside = (int) Arrays.stream(at).filter(t -> !outside[t]).count();
        return new CoverageShare(at.length, Wilson.ofOverlapping(inside, at.length, horizon, CONFIDENCE));
    }

    /** The rows that are scored. */
    List<BacktestRow> rows() {
        return rows;
    }

    private IntervalScore interval(int rank) {
        double nominal = NOMINAL.get(rank);
        boolean[] outside = outside(rank);
        ViolationTests tests = ViolationTests.of(outside, 1 - nominal, horizon);
        Parts parts = Parts.of(rows);
        return new IntervalScore(
                nominal,
                rows.size(),
                coverage(outside, IntStream.range(0, outside.length).toArray()),
                PointScoring.average(
                        rows, row -> IntervalLoss.of(lower(row, rank), upper(row, rank), nominal, row.realised())),
                tests.kupiecP(),
                tests.independenceP(),
                tests.conditionalCoverageP(),
                parts.byYear(at -> coverage(outside, at)),
                parts.byTercile(at -> coverage(outside, at)));
    }

    private boolean[] outside(int rank) {
        boolean[] outside = new boolean[rows.size()];
        for (int t = 0; t < outside.length; t++) {
            BacktestRow row = rows.get(t);
            outside[t] = row.realised() < lower(row, rank) || row.realised() > upper(row, rank);
        }
        return outside;
    }

    private static double coverage(boolean[] outside, int[] at) {
        long inside = Arrays.stream(at).filter(t -> !outside[t]).count();
        return (double) inside / at.length;
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
