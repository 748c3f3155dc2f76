package candor.forecasting.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.Standardisation;
import candor.forecasting.learning.TreeNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeShapTest {

    private static final int FEATURES = 6;
    /** No tree splits on it. */
    private static final int UNUSED = 3;

    private static final List<String> NAMES =
            IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList();

    /** Deep enough that a feature comes up several times on one path. */
    private static RegressionTree tree(SplittableRandom random, int depth) {
        List<TreeNode> nodes = new ArrayList<>();
        grow(nodes, random, depth, random.nextInt(200, 1000));
        return new RegressionTree(nodes);
    }

    private static int grow(List<TreeNode> nodes, SplittableRandom random, int depth, int rows) {
        int index = nodes.size();
        nodes.add(TreeNode.leaf(random.nextGaussian(), rows));
        if (depth > 0 && rows > 1 && random.nextDouble() < 0.9) {
            int feature = random.nextInt(FEATURES);
            int below = random.nextInt(1, rows);
            int atMost = grow(nodes, random, depth - 1, below);
            int above = grow(nodes, random, depth - 1, rows - below);
            int split = feature == UNUSED ? 0 : feature;
            nodes.set(index, TreeNode.split(split, random.nextGaussian(), atMost, above, rows));
        }
        return index;
    }

    private static BoostedTrees boosted(SplittableRandom random, int count, int depth) {
        List<RegressionTree> trees =
                IntStream.range(0, count).mapToObj(i -> tree(random, depth)).toList();
        List<Double> means = random.doubles(FEATURES).boxed().toList();
        List<Double> deviations = random.doubles(FEATURES, 0.5, 2).boxed().toList();
        return new BoostedTrees(
                NAMES,
                new Standardisation(means, deviations),
                random.nextGaussian(),
                0.1,
                trees,
                1000,
                LocalDate.of(2024, 3, 8));
    }

    private static double[] row(SplittableRandom random) {
        return IntStream.range(0, FEATURES)
                .mapToDouble(i -> 0.5 + 1.5 * random.nextGaussian())
                .toArray();
    }

    @Test
    void baseAndSharesAddUpToTheForecast() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            BoostedTrees trees = boosted(random, 20, random.nextInt(1, 9));
            double[] row = row(random);
            assertThat(TreeShap.of(trees, row).total()).isCloseTo(trees.forecast(row), within(1e-12));
        }
    }

    @Test
    void sharesAreShapleyValuesOverAllSetsOfKnownFeatures() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            BoostedTrees trees = boosted(random, 3, random.nextInt(1, 7));
            double[] row = row(random);
            Explanation got = TreeShap.of(trees, row);
            assertThat(got.base()).isCloseTo(forecast(trees, row, 0), within(1e-12));
            for (int j = 0; j < FEATURES; j++) {
                Contribution one = got.contributions().get(j);
                assertThat(one.feature()).isEqualTo(NAMES.get(j));
                assertThat(one.value()).isEqualTo(row[j]);
                assertThat(one.contribution()).isCloseTo(shapley(trees, row, j), within(1e-12));
            }
        }
    }

    @Test
    void aFeatureThatNoTreeLooksAtHasExactlyNoShare() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            Contribution unused = TreeShap.of(boosted(random, 10, 6), row(random))
                    .contributions()
                    .get(UNUSED);
            assertThat(unused.contribution()).isEqualTo(0.0);
        }
    }

    /** x0 and x1 are interchangeable in value and in training rows. */
    @Test
    void interchangeableFeaturesHaveEqualShares() {
        RegressionTree and = new RegressionTree(List.of(
                TreeNode.split(0, 0, 1, 2, 100),
                TreeNode.leaf(0, 50),
                TreeNode.split(1, 0, 3, 4, 50),
                TreeNode.leaf(0, 25),
                TreeNode.leaf(8, 25)));
        BoostedTrees trees = new BoostedTrees(
                List.of("x0", "x1"),
                new Standardisation(List.of(0.0, 0.0), List.of(1.0, 1.0)),
                0,
                1,
                List.of(and),
                100,
                LocalDate.of(2024, 3, 8));
        Explanation both = TreeShap.of(trees, new double[] {1, 1});
        assertThat(both.base()).isEqualTo(2);
        assertThat(both.contributions().stream().map(Contribution::contribution))
                .containsExactly(3.0, 3.0);
    }

    private static double shapley(BoostedTrees trees, double[] row, int feature) {
        double sum = 0;
        for (int known = 0; known < 1 << FEATURES; known++) {
            if ((known >> feature & 1) == 0) {
                int size = Integer.bitCount(known);
                double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
                sum += weight * (forecast(trees, row, known | 1 << feature) - forecast(trees, row, known));
            }
        }
        return sum;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /** What the trees expect where only the features of a set (a bit each) are known. */
    private static double forecast(BoostedTrees trees, double[] row, int known) {
        double[] scaled = trees.scaler().apply(row);
        double sum = trees.base();
        for (RegressionTree tree : trees.trees()) {
            sum += trees.shrinkage() * expected(tree.nodes(), 0, scaled, known);
        }
        return sum;
    }

    private static double expected(List<TreeNode> nodes, int index, double[] row, int known) {
        TreeNode node = nodes.get(index);
        if (node.isLeaf()) {
            return node.value();
        }
        if ((known >> node.feature() & 1) == 1) {
            return expected(nodes, node.next(row), row, known);
        }
        double atMost = nodes.get(node.atMost()).rows();
        double above = nodes.get(node.above()).rows();
        return (atMost * expected(nodes, node.atMost(), row, known) + above * expected(nodes, node.above(), row, known))
                / (atMost + above);
    }
}
