// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.boosting;

import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.TreeNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grows one tree on residuals, split by split from the root on; each lowers the squared error as much as one can. */
final class TreeGrower {

    /** A split whose gain is below this share of the node's squares is a rounding. */
    private static final double LEAST_GAIN = 1e-12;

    private final BinnedRows rows;
    private final double[] residuals;
    private final int leastRows;
    private final int[] chosen;
    private final int[] above;
    private final List<TreeNode> nodes = new ArrayList<>();

    /** The bin of a split, by its node; what a row is sent by here, faster than by its value. */
    private final List<Integer> bins = new ArrayList<>();

    /** @param chosen rows to grow on; their order is changed */
    TreeGrower(BinnedRows rows, double[] residuals, int leastRows, int[] chosen) {
        this.rows = rows;
        this.residuals = residuals;
        this.leastRows = leastRows;
        this.chosen = chosen;
        this.above = new int[chosen.length];
    }

    private record Split(int column, int bin) {}

    /** The tree; to be called once. */
    RegressionTree grow(int depth) {
        grow(0, chosen.length, depth, null);
        return new RegressionTree(nodes);
    }

    /** Appends the node of {@code chosen[from..to)} and all below it; answers its index. */
    private int grow(int from, int to, int depth, @Nullable BinSums known) {
        int index = nodes.size();
        int count = to - from;
        double sum = 0;
        double squares = 0;
        for (int k = from; k < to; k++) {
            double residual = residuals[chosen[k]];
            sum += residual;
            squares += residual * residual;
        }
        nodes.add(TreeNode.leaf(sum / count, count));
        bins.add(TreeNode.NONE);
        if (depth == 0 || count < 2 * leastRows) {
            return index;
        }
        BinSums histogram = known == null ? BinSums.of(rows, residuals, chosen, from, to) : known;
        Split split = best(histogram, count, sum, LEAST_GAIN * squares);
        if (split != null) {
            divide(index, from, to, depth, histogram, split);
        }
        return index;
    }

    private void divide(int index, int from, int to, int depth, BinSums histogram, Split split) {
        int middle = partition(from, to, split);
        BinSums lower = null;
        BinSums upper = null;
        if (depth > 1) {
            // The smaller side is counted, the other one is what is left.
            boolean lowerIsSmaller = middle - from <= to - middle;
            BinSums smaller = lowerIsSmaller
                    ? BinSums.of(rows, residuals, chosen, from, middle)
                    : BinSums.of(rows, residuals, chosen, middle, to);
            histogram.subtract(smaller);
            lower = lowerIsSmaller ? smaller : histogram;
            upper = lowerIsSmaller ? histogram : smaller;
        }
        int atMost = grow(from, middle, depth - 1, lower);
        int over = grow(middle, to, depth - 1, upper);
        nodes.set(
                index,
                TreeNode.split(split.column(), rows.bound(split.column(), split.bin()), atMost, over, to - from));
        bins.set(index, split.bin());
    }

    /** The split that lowers the squared error most; of equals the first column's, and there the lowest. */
    private @Nullable Split best(BinSums histogram, int count, double sum, double leastGain) {
        double most = sum * sum / count + leastGain;
        Split best = null;
        for (int j = 0; j < rows.columns(); j++) {
            double lowerSum = 0;
            int lower = 0;
            for (int bin = 0; bin < rows.bounds(j); bin++) {
                lowerSum += histogram.sum(j, bin);
                lower += histogram.count(j, bin);
                int upper = count - lower;
                if (upper < leastRows) {
                    break;
                }
                if (lower < leastRows || histogram.count(j, bin) == 0) {
                    continue;
                }
                double upperSum = sum - lowerSum;
                double explained = lowerSum * lowerSum / lower + upperSum * upperSum / upper;
                if (explained > most) {
                    most = explained;
                    best = new Split(j, bin);
                }
            }
        }
        return best;
    }

    /** Puts the rows of the lower side first, each side in its order; answers where the upper one begins. */
    private int partition(int from, int to, Split split) {
        byte[] column = rows.column(split.column());
        int lower = from;
        int upper = 0;
        for (int k = from; k < to; k++) {
            if (column[chosen[k]] <= split.bin()) {
                chosen[lower++] = chosen[k];
            } else {
                above[upper++] = chosen[k];
            }
        }
        System.arraycopy(above, 0, chosen, lower, upper);
        return lower;
    }

    /** The number of the leaf that a training row comes to; after {@link #grow(int)}. */
    double at(int row) {
        int index = 0;
        TreeNode node = nodes.getFirst();
        while (!node.isLeaf()) {
            index = rows.column(node.feature())[row] <= bins.get(index) ? node.atMost() : node.above();
            node = nodes.get(index);
        }
        return node.value();
    }
}
