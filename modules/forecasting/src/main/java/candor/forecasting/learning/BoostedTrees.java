package candor.forecasting.learning;

import java.time.LocalDate;
import java.util.List;

/**
 * Gradient boosted regression trees (Friedman 2001) of an h-session log return on standardised features: base plus
 * shrinkage times the sum of the trees.
 *
 * @param features names of the columns, in the order of the row that {@link #forecast} takes
 * @param scaler of the training rows; thresholds are in its units
 * @param base mean of the training targets
 * @param shrinkage of every tree, in (0, 1]
 * @param rows training rows
 * @param fittedAt last session seen
 */
public record BoostedTrees(
        List<String> features,
        Standardisation scaler,
        double base,
        double shrinkage,
        List<RegressionTree> trees,
        int rows,
        LocalDate fittedAt) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "boosting";

    public BoostedTrees {
        features = List.copyOf(features);
        trees = List.copyOf(trees);
        if (features.size() != scaler.means().size()) {
            throw new IllegalArgumentException(features.size() + " features for a scaler of "
                    + scaler.means().size());
        }
        for (RegressionTree tree : trees) {
            for (TreeNode node : tree.nodes()) {
                if (node.feature() >= features.size()) {
                    throw new IllegalArgumentException(
                            "a split on column " + node.feature() + " of " + features.size() + " features");
                }
            }
        }
    }

    /** Forecast of the log return from the features at the origin; NaN where one of them is not defined. */
    public double forecast(double[] row) {
        double[] standardised = scaler.apply(row);
        for (double value : standardised) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
        }
        double sum = base;
        for (RegressionTree tree : trees) {
            sum += shrinkage * tree.at(standardised);
        }
        return sum;
    }
}
