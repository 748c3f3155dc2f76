package candor.forecasting.learning;

import java.util.List;

/**
 * A binary tree of thresholds with a number in each leaf (Breiman, Friedman, Olshen &amp; Stone 1984).
 *
 * @param nodes the root first, every node before those below it
 */
public record RegressionTree(List<TreeNode> nodes) {

    public RegressionTree {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a tree without nodes");
        }
        for (int i = 0; i < nodes.size(); i++) {
            TreeNode node = nodes.get(i);
            if (!node.isLeaf() && (isNotBelow(i, node.atMost(), nodes) || isNotBelow(i, node.above(), nodes))) {
                throw new IllegalArgumentException("node " + i + " of " + nodes.size() + " refers to " + node.atMost()
                        + " and " + node.above() + ", which are not below it");
            }
            if (!node.isLeaf() && node.rows() != rowsBelow(node, nodes)) {
                throw new IllegalArgumentException(
                        "node " + i + " has " + node.rows() + " rows, those below it " + rowsBelow(node, nodes));
            }
        }
    }

    private static int rowsBelow(TreeNode split, List<TreeNode> nodes) {
        return nodes.get(split.atMost()).rows() + nodes.get(split.above()).rows();
    }

    private static boolean isNotBelow(int node, int other, List<TreeNode> nodes) {
        return other <= node || other >= nodes.size();
    }

    /** The number of the leaf that a row comes to. */
    double at(double[] row) {
        TreeNode node = nodes.getFirst();
        while (!node.isLeaf()) {
            node = nodes.get(node.next(row));
        }
        return node.value();
    }
}
