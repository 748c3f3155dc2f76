// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.boosting;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.RegressionTree;
import candor.forecasting.learning.Standardisation;
import candor.forecasting.synthetic.RandomStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits gradient boosted trees (Friedman 2001), each on a part of the rows where the settings say so (Friedman 2002). */
public final class Boosting {

    private Boosting() {}

    /**
     * Fits. The same rows in the same order give the same trees.
     *
     * @param features names of the columns
     * @param rows at least one, all values finite; not changed
     * @param targets one for each row, finite
     * @param lastSession that the rows and targets depend on
     */
    public static BoostedTrees fit(
            List<String> features,
            List<double[]> rows,
            List<Double> targets,
            BoostingSettings settings,
            LocalDate lastSession) {
        BinnedRows binned = BinnedRows.of(rows);
        int size = binned.size();
        double base = 0;
        for (double target : targets) {
            base += target;
        }
        base /= size;
        double[] residuals = new double[size];
        for (int i = 0; i < size; i++) {
            residuals[i] = targets.get(i) - base;
        }
        RandomStream draws = new RandomStream(settings.seed(), size);
        List<RegressionTree> trees = new ArrayList<>();
        for (int k = 0; k < settings.trees(); k++) {
            int[] chosen = chosen(size, (int) Math.max(1, Math.round(size * settings.subsample())), draws);
            TreeGrower grower = new TreeGrower(binned, residuals, settings.leastRows(), chosen);
            trees.add(grower.grow(settings.depth()));
            for (int i = 0; i < size; i++) {
                residuals[i] -= settings.shrinkage() * grower.at(i);
            }
        }
        return new BoostedTrees(
                features, Standardisation.none(binned.columns()), base, settings.shrinkage(), trees, size, lastSession);
    }

    /** So many of the first {@code size} numbers, ascending, each as likely as the others (Knuth's selection sampling). */
    private static int[] chosen(int size, int wanted, RandomStream draws) {
        int[] chosen = new int[wanted];
        if (wanted == size) {
            Arrays.setAll(chosen, i -> i);
            return chosen;
        }
        int count = 0;
        for (int i = 0; count < wanted; i++) {
            if (draws.uniform() * (size - i) < wanted - count) {
                chosen[count++] = i;
            }
        }
        return chosen;
    }
}
