package candor.forecasting.evaluation.scorecard;

import candor.forecasting.evaluation.loss.IntervalLoss;
import candor.forecasting.evaluation.loss.QuantileDistribution;
import candor.forecasting.evaluation.test.DisjointTargets;
import candor.forecasting.evaluation.test.KolmogorovSmirnov;
import candor.forecasting.evaluation.test.UniformityTest;
import candor.forecasting.evaluation.test.ViolationTests;
import candor.forecasting.walkforward.BacktestRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores calibrated quantiles at one horizon. */
final class IntervalScoring {

    /** Coverage of the interval between the i-th lowest and the i-th highest quantile of a row, outermost first. */
    private static final List<Double> NOMINAL = List.of(0.99, 0.95, 0.9, 0.8, 0.5);

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

    /** The rows that are scored. */
    List<BacktestRow> rows() {
        return rows;
    }

    private IntervalScore interval(int rank) {
        double nominal = NOMINAL.get(rank);
        boolean[] outside = new boolean[rows.size()];
        for (int t = 0; t < outside.length; t++) {
            BacktestRow row = rows.get(t);
            outside[t] = row.realised() < lower(row, rank) || row.realised() > upper(row, rank);
        }
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
