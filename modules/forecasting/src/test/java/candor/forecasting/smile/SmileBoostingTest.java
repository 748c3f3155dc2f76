package candor.forecasting.smile;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.Standardisation;
import candor.forecasting.learning.TreeNode;
import candor.forecasting.smile.SmileBoosting.Fit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.data.Tuple;
import smile.data.type.StructType;

class SmileBoostingTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);
    private static final BoostingSettings SETTINGS = new BoostingSettings(40, 4, 10, 0.1, 0.7, 252, 7);

    private final List<String> names =
            IntStream.range(0, 6).mapToObj(i -> "x" + i).toList();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    /** Columns of very different units, one of them constant, some values equal; a bend that a line cannot follow. */
    private void sample(long seed, int size) {
        rows.clear();
        targets.clear();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            double[] row = {
                random.nextGaussian(),
                1e-7 * random.nextGaussian(),
                1e6 * random.nextDouble(),
                random.nextInt(5),
                -3 + 1e-3 * random.nextGaussian(),
                42
            };
            rows.add(row);
            targets.add(0.01 * Math.abs(row[0]) + 3e4 * row[1] * row[1] * 1e7 + 0.02 * random.nextGaussian());
        }
    }

    private Fit fit() {
        return SmileBoosting.fitBoth(names, rows, targets, SETTINGS, DAY);
    }

    @Test
    void ourOwnEvaluationIsSmilesToTheLastBit() {
        for (long seed = 1; seed <= 5; seed++) {
            sample(seed, 600);
            Fit fit = fit();
            StructType schema = fit.smile().schema();
            List<double[]> asked = new ArrayList<>(rows);
            sample(seed + 100, 600);
            asked.addAll(rows);
            for (double[] row : asked) {
                double[] scaled = fit.own().scaler().apply(row);
                double smile = fit.smile().predict(Tuple.of(schema, scaled));
                assertThat(Double.doubleToRawLongBits(fit.own().forecast(row)))
                        .isEqualTo(Double.doubleToRawLongBits(smile));
            }
        }
    }

    /** A row that lies on a threshold goes where Smile sends it. */
    @Test
    void thresholdsAreExact() {
        sample(11, 600);
        Fit fit = fit();
        Standardisation scaler = fit.own().scaler();
        for (int tree = 0; tree < SETTINGS.trees(); tree++) {
            for (TreeNode node : fit.own().trees().get(tree).nodes()) {
                if (node.feature() == TreeNode.NONE) {
                    continue;
                }
                for (double value : List.of(node.threshold(), Math.nextUp(node.threshold()))) {
                    double[] row = scaler.apply(rows.getFirst());
                    row[node.feature()] = value;
                    double[] raw = new double[row.length];
                    for (int i = 0; i < raw.length; i++) {
                        raw[i] = row[i] * scaler.deviations().get(i)
                                + scaler.means().get(i);
                    }
                    double[] scaled = scaler.apply(raw);
                    assertThat(fit.own().forecast(raw))
                            .isEqualTo(fit.smile().predict(Tuple.of(fit.smile().schema(), scaled)));
                }
            }
        }
    }

    @Test
    void theSameRowsGiveTheSameTreesWhateverTheThreadsAndWhatWasDrawnBefore() {
        sample(3, 500);
        BoostedTrees first = fit().own();
        assertThat(fit().own()).isEqualTo(first);
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            assertThat(pool.submit(() -> fit().own()).join()).isEqualTo(first);
        }
        try (ForkJoinPool pool = new ForkJoinPool(5)) {
            assertThat(pool.submit(() -> fit().own()).join()).isEqualTo(first);
        }
    }

    @Test
    void treesAreAsSmallAsAskedFor() {
        sample(5, 800);
        for (int depth = 1; depth <= 3; depth++) {
            BoostingSettings small = new BoostingSettings(20, depth, 20, 0.1, 0.5, 252, 1);
            BoostedTrees trees = SmileBoosting.fit(names, rows, targets, small, DAY);
            assertThat(trees.trees()).hasSize(20);
            int leaves = 1 << depth;
            assertThat(trees.trees()).allSatisfy(tree -> {
                assertThat(tree.nodes()).hasSizeLessThanOrEqualTo(2 * leaves - 1);
                assertThat(tree.nodes().getFirst().rows()).isEqualTo(400);
                assertThat(tree.nodes())
                        .allSatisfy(node -> assertThat(node.rows()).isGreaterThanOrEqualTo(20));
            });
            assertThat(trees.trees())
                    .anySatisfy(tree -> assertThat(tree.nodes()).hasSize(2 * leaves - 1));
        }
    }

    /** What trap the standardisation closes: Smile takes values closer than 1e-7 for equal. */
    @Test
    void aFeatureOfTinyValuesIsLearntAsWellAsALargeOne() {
        sample(8, 600);
        BoostedTrees tiny = fit().own();
        rows.forEach(row -> row[1] *= 1 << 30);
        BoostedTrees large = fit().own();
        assertThat(large.trees()).isEqualTo(tiny.trees());
    }
}
