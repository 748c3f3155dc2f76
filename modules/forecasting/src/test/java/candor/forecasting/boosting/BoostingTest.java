// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.TreeNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostingTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);

    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();

    private static BoostingSettings settings(int trees, int depth, int leastRows, double shrinkage, double subsample) {
        return new BoostingSettings(trees, depth, leastRows, shrinkage, subsample, 252, 7);
    }

    private BoostedTrees fit(BoostingSettings settings) {
        List<String> names = IntStream.range(0, rows.getFirst().length)
                .mapToObj(i -> "x" + i)
                .toList();
        return Boosting.fit(names, rows, targets, settings, DAY);
    }

    private void row(double target, double... values) {
        rows.add(values);
        targets.add(target);
    }

    /** Columns of very different units, one of them constant, some values equal; a bend that a line cannot follow. */
    private void sample(long seed, int size) {
        rows.clear();
        targets.clear();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            double[] values = {
                random.nextGaussian(),
                1e-7 * random.nextGaussian(),
                1e6 * random.nextDouble(),
                random.nextInt(5),
                -3 + 1e-3 * random.nextGaussian(),
                42
            };
            row(0.01 * Math.abs(values[0]) + 3e4 * values[1] * values[1] * 1e7 + 0.02 * random.nextGaussian(), values);
        }
    }

    /** The mean of 1, 2, 3, 10 is 4. The best split leaves 10 alone: 4 - 2 = 2 below it, 10 - 4 = 6 above. */
    @Test
    void oneTreeByHand() {
        row(1, 0.1);
        row(10, 0.9);
        row(2, 0.2);
        row(3, 0.3);

        BoostedTrees trees = fit(settings(1, 1, 1, 0.5, 1));

        assertThat(trees.base()).isEqualTo(4);
        assertThat(trees.trees().getFirst().nodes())
                .containsExactly(
                        TreeNode.split(0, 0.3 / 2 + 0.9 / 2, 1, 2, 4), TreeNode.leaf(-2, 3), TreeNode.leaf(6, 1));
        assertThat(trees.forecast(new double[] {0.2})).isEqualTo(4 + 0.5 * -2);
        assertThat(trees.forecast(new double[] {5})).isEqualTo(4 + 0.5 * 6);
    }

    /** A second tree learns from what the first has left: 4 + 3 - 10 = -3 above, 4 - 1 = 3 and so on. */
    @Test
    void theSecondTreeLearnsWhatTheFirstHasLeft() {
        row(1, 1);
        row(3, 2);

        BoostedTrees trees = fit(settings(2, 1, 1, 0.5, 1));

        assertThat(trees.trees().get(0).nodes())
                .containsExactly(TreeNode.split(0, 1.5, 1, 2, 2), TreeNode.leaf(-1, 1), TreeNode.leaf(1, 1));
        assertThat(trees.trees().get(1).nodes())
                .containsExactly(TreeNode.split(0, 1.5, 1, 2, 2), TreeNode.leaf(-0.5, 1), TreeNode.leaf(0.5, 1));
    }

    @Test
    void equalTargetsOrEqualFeaturesAreNotSplit() {
        for (int i = 0; i < 20; i++) {
            row(0.1, i, 7);
        }
        assertThat(fit(settings(3, 3, 1, 0.1, 1)).trees())
                .allSatisfy(tree -> assertThat(tree.nodes()).hasSize(1));
        rows.clear();
        targets.clear();
        for (int i = 0; i < 20; i++) {
            row(i, 5, 7);
        }
        assertThat(fit(settings(3, 3, 1, 0.1, 1)).trees())
                .allSatisfy(tree -> assertThat(tree.nodes()).hasSize(1));
    }

    /** Of two columns that say the same the first is taken, and there the lowest of equal splits. */
    @Test
    void tiesAreTheFirstColumnsAndTheLowestSplits() {
        row(0, 1, 10);
        row(1, 2, 20);
        row(0, 3, 30);

        TreeNode root = fit(settings(1, 1, 1, 1, 1)).trees().getFirst().nodes().getFirst();

        assertThat(root.feature()).isZero();
        assertThat(root.threshold()).isEqualTo(1.5);
    }

    @Test
    void theErrorOnTheTrainingRowsNeverGrows() {
        for (long seed = 1; seed <= 5; seed++) {
            sample(seed, 400);
            double before = Double.POSITIVE_INFINITY;
            for (int trees = 1; trees <= 25; trees++) {
                double error = error(fit(settings(trees, 3, 5, 0.3, 1)));
                assertThat(error).isLessThanOrEqualTo(before);
                before = error;
            }
        }
    }

    private double error(BoostedTrees trees) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double error = targets.get(i) - trees.forecast(rows.get(i));
            sum += error * error;
        }
        return sum / rows.size();
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        for (long seed = 1; seed <= 5; seed++) {
            sample(seed, 300);
            BoostedTrees inOrder = fit(settings(20, 3, 10, 0.1, 1));
            List<double[]> asked = List.copyOf(rows);
            Collections.shuffle(rows, new Random(seed));
            List<Double> shuffled = rows.stream()
                    .map(values -> targets.get(asked.indexOf(values)))
                    .toList();
            targets.clear();
            targets.addAll(shuffled);
            BoostedTrees shuffledTrees = fit(settings(20, 3, 10, 0.1, 1));
            for (double[] values : asked) {
                assertThat(shuffledTrees.forecast(values)).isCloseTo(inOrder.forecast(values), within(1e-12));
            }
        }
    }

    /** Only the order of a feature's values decides which training rows come to which leaf. */
    @Test
    void strictlyIncreasingTransformsOfAFeatureChangeNoLeaf() {
        List<DoubleUnaryOperator> transforms =
                List.of(StrictMath::exp, StrictMath::cbrt, x -> 3 * x - 8, x -> 1024 * x);
        for (long seed = 1; seed <= 5; seed++) {
            sample(seed, 400);
            BoostedTrees before = fit(settings(30, 3, 10, 0.1, 0.5));
            List<Double> forecasts = rows.stream().map(before::forecast).toList();
            for (DoubleUnaryOperator transform : transforms) {
                sample(seed, 400);
                rows.forEach(values -> values[0] = transform.applyAsDouble(values[0]));
                BoostedTrees after = fit(settings(30, 3, 10, 0.1, 0.5));
                assertThat(rows.stream().map(after::forecast).toList()).isEqualTo(forecasts);
            }
        }
    }

    /** A value on a threshold goes down, the next double up; the training rows are counted in the leaves they came to. */
    @Test
    void thresholdsAreExact() {
        sample(11, 600);
        BoostedTrees trees = fit(settings(20, 4, 10, 0.1, 1));
        for (RegressionTree tree : trees.trees()) {
            int[] counts = new int[tree.nodes().size()];
            for (double[] values : rows) {
                int node = 0;
                counts[node]++;
                while (!tree.nodes().get(node).isLeaf()) {
                    node = tree.nodes().get(node).next(values);
                    counts[node]++;
                }
            }
            for (int i = 0; i < counts.length; i++) {
                TreeNode node = tree.nodes().get(i);
                assertThat(node.rows()).isEqualTo(counts[i]);
                if (!node.isLeaf()) {
                    double[] values = new double[6];
                    values[node.feature()] = node.threshold();
                    assertThat(node.next(values)).isEqualTo(node.atMost());
                    values[node.feature()] = Math.nextUp(node.threshold());
                    assertThat(node.next(values)).isEqualTo(node.above());
                }
            }
        }
    }

    /** No double lies between neighbouring ones; a split separates them all the same. */
    @Test
    void neighbouringValuesAreSeparated() {
        row(0, 1.0);
        row(1, Math.nextUp(1.0));
        row(0, -Double.MAX_VALUE);
        row(1, Double.MAX_VALUE);

        BoostedTrees trees = fit(settings(1, 1, 1, 1, 1));

        assertThat(trees.trees().getFirst().nodes().getFirst().threshold()).isEqualTo(1.0);
        assertThat(trees.forecast(new double[] {1.0})).isZero();
        assertThat(trees.forecast(new double[] {Math.nextUp(1.0)})).isEqualTo(1);
    }

    /** A missing value makes no forecast, and no row to learn from: nothing is put in its place. */
    @Test
    void aMissingValueMakesNoForecastAndNoRow() {
        sample(2, 100);
        assertThat(fit(settings(5, 2, 5, 0.1, 1)).forecast(new double[] {1, Double.NaN, 3, 4, 5, 6}))
                .isNaN();
        rows.get(7)[3] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(settings(5, 2, 5, 0.1, 1)))
                .withMessageContaining("row 7 has NaN in column 3");
        rows.clear();
        targets.clear();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boosting.fit(List.of(), rows, targets, settings(1, 1, 1, 1, 1), DAY))
                .withMessageContaining("no rows");
    }

    @Test
    void treesAreAsSmallAsAskedFor() {
        sample(5, 800);
        for (int depth = 1; depth <= 3; depth++) {
            int leaves = 1 << depth;
            BoostedTrees trees = fit(settings(20, depth, 20, 0.1, 0.5));
            assertThat(trees.trees()).hasSize(20).allSatisfy(tree -> {
                assertThat(tree.nodes()).hasSizeLessThanOrEqualTo(2 * leaves - 1);
                assertThat(tree.nodes().getFirst().rows()).isEqualTo(400);
                assertThat(tree.nodes())
                        .allSatisfy(node -> assertThat(node.rows()).isGreaterThanOrEqualTo(20));
            });
            assertThat(trees.trees())
                    .anySatisfy(tree -> assertThat(tree.nodes()).hasSize(2 * leaves - 1));
        }
    }

    @Test
    void theSameSeedDrawsTheSameRowsAndAnotherOneOthers() {
        sample(3, 500);
        BoostedTrees first = fit(settings(10, 3, 10, 0.1, 0.5));
        assertThat(fit(settings(10, 3, 10, 0.1, 0.5))).isEqualTo(first);
        assertThat(fit(new BoostingSettings(10, 3, 10, 0.1, 0.5, 252, 8)).trees())
                .isNotEqualTo(first.trees());
    }

    /** Where a column has few values, every split of theirs is tried: the tree is that of an exact search. */
    @Test
    void fewValuesAreSearchedExactly() {
        for (long seed = 1; seed <= 20; seed++) {
            rows.clear();
            targets.clear();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 120; i++) {
                row(random.nextGaussian(), random.nextInt(9), random.nextInt(4), random.nextInt(30));
            }
            BoostedTrees trees = fit(settings(1, 3, 4, 1, 1));
            double base = trees.base();
            double[] residuals =
                    targets.stream().mapToDouble(target -> target - base).toArray();
            List<TreeNode> nodes = trees.trees().getFirst().nodes();
            assertIsBest(nodes, 0, IntStream.range(0, rows.size()).toArray(), residuals, 3);
        }
    }

    private void assertIsBest(List<TreeNode> nodes, int index, int[] own, double[] residuals, int depth) {
        TreeNode node = nodes.get(index);
        assertThat(node.rows()).isEqualTo(own.length);
        double best = squares(own, residuals);
        for (int column = 0; depth > 0 && column < 3; column++) {
            for (int value = 0; value < 30; value++) {
                int[] lower = side(own, column, value + 0.5, true);
                int[] upper = side(own, column, value + 0.5, false);
                if (lower.length >= 4 && upper.length >= 4) {
                    best = Math.min(best, squares(lower, residuals) + squares(upper, residuals));
                }
            }
        }
        if (node.isLeaf()) {
            assertThat(squares(own, residuals)).isCloseTo(best, within(1e-9));
            return;
        }
        int[] lower = side(own, node.feature(), node.threshold(), true);
        int[] upper = side(own, node.feature(), node.threshold(), false);
        assertThat(squares(lower, residuals) + squares(upper, residuals)).isCloseTo(best, within(1e-9));
        assertIsBest(nodes, node.atMost(), lower, residuals, depth - 1);
        assertIsBest(nodes, node.above(), upper, residuals, depth - 1);
    }

    private int[] side(int[] own, int column, double threshold, boolean lower) {
        return Arrays.stream(own)
                .filter(row -> rows.get(row)[column] <= threshold == lower)
                .toArray();
    }

    private static double squares(int[] own, double[] residuals) {
        double mean =
                Arrays.stream(own).mapToDouble(row -> residuals[row]).average().orElse(0);
        return Arrays.stream(own)
                .mapToDouble(row -> (residuals[row] - mean) * (residuals[row] - mean))
                .sum();
    }
}
