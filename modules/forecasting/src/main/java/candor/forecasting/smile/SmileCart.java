// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.smile;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.CartSettings;
import candor.forecasting.learning.Standardisation;
import java.time.LocalDate;
import java.util.List;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;
import smile.regression.RegressionTree;

/**
 * One regression tree of least squares by Smile. Nothing is drawn, and Smile picks the same split whatever number of threads
 * looks for it. Features are standardised, as Smile takes values closer than 1e-7 for equal. Splits are tried at about a
 * hundred places of a column, Smile's default ({@code smile.regression_tree.bins}).
 */
public final class SmileCart {

    private static final String TARGET = "target";

    private SmileCart() {}

    /**
     * Fits.
     *
     * @param features names of the columns
     * @param rows at least one, all values finite; not changed
     * @param targets one for each row, finite
     * @param lastSession that the rows and targets depend on
     * @return the one tree, which counts in full
     */
    public static BoostedTrees fit(
            List<String> features,
            List<double[]> rows,
            List<Double> targets,
            CartSettings settings,
            LocalDate lastSession) {
        Standardisation scaler = Standardisation.of(rows);
        // Smile counts the depth of a tree in nodes from the root on, the leaf included.
        RegressionTree fitted = RegressionTree.fit(
                Formula.lhs(TARGET),
                frame(scaler, rows, targets),
                new RegressionTree.Options(settings.depth() + 1, 1 << settings.depth(), settings.leastRows()));
        return new BoostedTrees(features, scaler, 0, 1, List.of(SmileTree.toOwn(fitted)), rows.size(), lastSession);
    }

    static DataFrame frame(Standardisation scaler, List<double[]> rows, List<Double> targets) {
        int width = scaler.means().size();
        double[][] columns = new double[width][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] row = scaler.apply(rows.get(i));
            for (int j = 0; j < width; j++) {
                columns[j][i] = row[j];
            }
        }
        ValueVector[] vectors = new ValueVector[width + 1];
        for (int j = 0; j < width; j++) {
            vectors[j] = new DoubleVector("x" + j, columns[j]);
        }
        vectors[width] = new DoubleVector(
                TARGET, targets.stream().mapToDouble(Double::doubleValue).toArray());
        return new DataFrame(vectors);
    }
}
