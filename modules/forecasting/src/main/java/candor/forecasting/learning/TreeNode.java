package candor.forecasting.learning;

/**
 * A node of a regression tree: a split where there is a feature, else a leaf.
 *
 * @param feature column that decides; {@link #NONE} in a leaf
 * @param threshold rows whose feature is at most this go to {@code atMost}, all others to {@code above}; 0 in a leaf
 * @param atMost index of a later node of the tree; {@link #NONE} in a leaf
 * @param above index of a later node of the tree; {@link #NONE} in a leaf
 * @param value what a leaf adds; 0 in a split
 * @param rows training rows that came by, &ge; 1
 */
public record TreeNode(int feature, double threshold, int atMost, int above, double value, int rows) {

    /** Instead of a feature or of a node. */
    public static final int NONE = -1;

    public TreeNode {
        if (rows < 1) {
            throw new IllegalArgumentException("a node without training rows: " + rows);
        }
        boolean leaf = feature == NONE && atMost == NONE && above == NONE;
        boolean split = feature >= 0 && atMost >= 0 && above >= 0;
        if (!leaf && !split) {
            throw new IllegalArgumentException(
                    "feature " + feature + " with nodes " + atMost + " and " + above + " below it");
        }
    }

    /** A leaf. */
    public static TreeNode leaf(double value, int rows) {
        return new TreeNode(NONE, 0, NONE, NONE, value, rows);
    }

    /** A split. */
    public static TreeNode split(int feature, double threshold, int atMost, int above, int rows) {
        return new TreeNode(feature, threshold, atMost, above, 0, rows);
    }

    /** Whether the tree ends here. */
    public boolean isLeaf() {
        return feature == NONE;
    }

    /** Which node a row goes to next; only of a split. */
    public int next(double[] row) {
        return row[feature] <= threshold ? atMost : above;
    }
}
