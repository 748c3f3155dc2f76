package candor.benchmarks.mutant;

import java.util.Arrays;
import java.util.Comparator;

/** A regression tree on one regressor: the mean of the targets in each of a few bins of equal count. */
final class LevelTree {

    private static final int LEAVES = 16;

    private final double[] upperEdges = new double[LEAVES];
    private final double[] means = new double[LEAVES];

    private LevelTree() {}

    /**
     * Fits the tree.
     *
     * @param x at least {@value #LEAVES} numbers
     * @param y one for each of them
     */
    static LevelTree of(double[] x, double[] y) {
        LevelTree tree = new LevelTree();
        double[][] rows = new double[x.length][];
        Arrays.setAll(rows, i -> new double[] {x[i], y[i]});
        Arrays.sort(rows, Comparator.comparingDouble(row -> row[0]));
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            int from = leaf * rows.length / LEAVES;
            int to = (leaf + 1) * rows.length / LEAVES;
            tree.upperEdges[leaf] = rows[to - 1][0];
            tree.means[leaf] = Sums.mean(
                    Arrays.stream(rows, from, to).mapToDouble(row -> row[1]).toArray());
        }
        return tree;
    }

    /** The mean of the leaf; beyond the last edge that of the last leaf, as a tree cannot extrapolate. */
    double at(double x) {
        int leaf = 0;
        while (leaf < LEAVES - 1 && x > upperEdges[leaf]) {
            leaf++;
        }
        return means[leaf];
    }
}
