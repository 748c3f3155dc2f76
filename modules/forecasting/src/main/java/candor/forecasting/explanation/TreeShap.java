package candor.forecasting.explanation;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.TreeNode;
import java.util.List;

/**
 * Shapley values of a forecast by boosted trees, exact and in polynomial time: path-dependent TreeSHAP (Lundberg, Erion
 * and Lee 2018, arXiv 1802.03888, algorithm 2). What the model expects when only some features are known is read off the
 * tree: at a split on an unknown feature both sides count, weighted by the training rows that went there.
 */
public final class TreeShap {

    private final List<TreeNode> nodes;
    private final double[] row;
    private final double[] shares;

    private TreeShap(RegressionTree tree, double[] row, double[] shares) {
        this.nodes = tree.nodes();
        this.row = row;
        this.shares = shares;
    }

    /**
     * In log returns.
     *
     * @param row finite features in the order of the trees'
     */
    public static Explanation of(BoostedTrees boosted, double[] row) {
        double[] standardised = boosted.scaler().apply(row);
        double[] shares = new double[row.length];
        double expected = 0;
        for (RegressionTree tree : boosted.trees()) {
            TreeShap shap = new TreeShap(tree, standardised, shares);
            expected += shap.expectation(0);
            shap.descend(0, ShapPath.EMPTY.extended(1, 1, TreeNode.NONE));
        }
        for (int j = 0; j < shares.length; j++) {
            shares[j] *= boosted.shrinkage();
        }
        return Explanation.of(boosted.base() + boosted.shrinkage() * expected, boosted.features(), row, shares);
    }

    /** The mean of the leaves below a node over its training rows. */
    private double expectation(int index) {
        TreeNode node = nodes.get(index);
        return node.isLeaf()
                ? node.value()
                : shareOf(node.atMost(), node) * expectation(node.atMost())
                        + shareOf(node.above(), node) * expectation(node.above());
    }

    /** Goes down to every leaf; the path ends at the node. */
    private void descend(int index, ShapPath path) {
        TreeNode node = nodes.get(index);
        if (node.isLeaf()) {
            for (int i = 1; i < path.length(); i++) {
                shares[path.feature(i)] += path.weightWithout(i) * (path.one(i) - path.zero(i)) * node.value();
            }
            return;
        }
        double zero = 1;
        double one = 1;
        ShapPath before = path;
        int earlier = path.indexOf(node.feature());
        if (earlier >= 0) {
            // A feature counts once on a path, however often it is split on.
            zero = path.zero(earlier);
            one = path.one(earlier);
            before = path.without(earlier);
        }
        int taken = node.next(row);
        int other = taken == node.atMost() ? node.above() : node.atMost();
        descend(taken, before.extended(shareOf(taken, node) * zero, one, node.feature()));
        descend(other, before.extended(shareOf(other, node) * zero, 0, node.feature()));
    }

    private double shareOf(int child, TreeNode node) {
        return (double) nodes.get(child).rows() / node.rows();
    }
}
