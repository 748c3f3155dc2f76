package candor.forecasting.smile;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.Standardisation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import smile.data.formula.Formula;
import smile.math.MathEx;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;

/**
 * Gradient boosting of least squares by Smile's trees, which {@code candor.forecasting.boosting} is compared with. The
 * same rows and settings give the same trees: Smile draws from the calling thread's generator, which is seeded before every fit, and picks the same split whatever number of threads
 * looks for it. Features are standardised, as Smile takes values closer than 1e-7 for equal. Splits are tried at about a
 * hundred places of a column, Smile's default ({@code smile.regression_tree.bins}).
 */
final class SmileBoosting {

    private static final String TARGET = "target";

    private SmileBoosting() {}

    /** A fit as Smile has it, and the same as our own code evaluates it. */
    record Fit(GradientTreeBoost smile, BoostedTrees own) {}

    /**
     * Fits.
     *
     * @param features names of the columns
     * @param rows at least one, all values finite; not changed
     * @param targets one for each row, finite
     * @param lastSession that the rows and targets depend on
     */
    static BoostedTrees fit(
            List<String> features,
            List<double[]> rows,
            List<Double> targets,
            BoostingSettings settings,
            LocalDate lastSession) {
        return fitBoth(features, rows, targets, settings, lastSession).own();
    }

    static Fit fitBoth(
            List<String> features,
            List<double[]> rows,
            List<Double> targets,
            BoostingSettings settings,
            LocalDate lastSession) {
        Standardisation scaler = Standardisation.of(rows);
        NotedLoss loss = new NotedLoss(Loss.ls());
        MathEx.setSeed(settings.seed());
        GradientTreeBoost fitted = GradientTreeBoost.fit(
                Formula.lhs(TARGET), SmileCart.frame(scaler, rows, targets), options(loss, settings));
        List<RegressionTree> trees =
                Arrays.stream(fitted.trees()).map(SmileTree::toOwn).toList();
        BoostedTrees own = new BoostedTrees(
                features, scaler, loss.intercept(), settings.shrinkage(), trees, rows.size(), lastSession);
        return new Fit(fitted, own);
    }

    private static GradientTreeBoost.Options options(Loss loss, BoostingSettings settings) {
        // Smile counts the depth of a tree in nodes from the root on, the leaf included.
        return new GradientTreeBoost.Options(
                loss,
                settings.trees(),
                settings.depth() + 1,
                1 << settings.depth(),
                settings.leastRows(),
                settings.shrinkage(),
                settings.subsample(),
                null,
                null);
    }
}
