package candor.forecasting.smile;

import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.TreeNode;
import java.util.ArrayList;
import java.util.List;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/** Reads a fitted tree of Smile, node by node. */
final class SmileTree {

    private final StructType schema;
    private final List<TreeNode> nodes = new ArrayList<>();

    private SmileTree(StructType schema) {
        this.schema = schema;
    }

    /** The same tree as our own. */
    static RegressionTree toOwn(smile.regression.RegressionTree tree) {
        SmileTree reading = new SmileTree(tree.schema());
        reading.read(tree.root());
        return new RegressionTree(reading.nodes);
    }

    /** Appends the node and all below it; answers its index. */
    private int read(Node node) {
        int index = nodes.size();
        switch (node) {
            case RegressionNode leaf -> nodes.add(TreeNode.leaf(leaf.output(), leaf.size()));
            case InternalNode split -> {
                // Its place is taken before those below it have theirs.
                nodes.add(TreeNode.leaf(0, split.size()));
                int atMost = read(split.trueChild());
                int above = read(split.falseChild());
                nodes.set(index, TreeNode.split(split.feature(), threshold(split), atMost, above, split.size()));
            }
            default -> throw new IllegalStateException("a node of Smile that no regression tree has: " + node);
        }
        return index;
    }

    /**
     * The largest number that the split sends to its true side. Smile keeps it to itself, but answers where a row goes;
     * so it is found exactly, halving the range of all doubles until two neighbours are left.
     */
    private double threshold(InternalNode split) {
        long sentTrue = ordinal(Double.NEGATIVE_INFINITY);
        long sentFalse = ordinal(Double.POSITIVE_INFINITY);
        double[] row = new double[schema.length()];
        while (sentTrue + 1 < sentFalse) {
            long middle = (sentTrue & sentFalse) + ((sentTrue ^ sentFalse) >> 1);
            row[split.feature()] = number(middle);
            if (split.branch(Tuple.of(schema, row))) {
                sentTrue = middle;
            } else {
                sentFalse = middle;
            }
        }
        return number(sentTrue);
    }

    /** Integers in the order of the doubles. */
    private static long ordinal(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double number(long ordinal) {
        return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
    }
}
