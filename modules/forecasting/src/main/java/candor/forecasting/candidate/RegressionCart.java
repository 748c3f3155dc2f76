// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.candidate;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.CartSettings;
import candor.forecasting.learning.HyperParameters;
import candor.forecasting.smile.SmileCart;
import java.time.LocalDate;
import java.util.List;

/** One small regression tree on features: what a few rules of thumb would say. */
final class RegressionCart extends TreesOnFeatures {

    @Override
    public String key() {
        return "cart";
    }

    @Override
    public String words() {
        return "regression tree";
    }

    @Override
    public String inSentence() {
        return "the regression tree";
    }

    @Override
    public HyperParameters standardSettings() {
        return CartSettings.standard();
    }

    @Override
    BoostedTrees grow(LearningTask task, List<double[]> rows, List<Double> targets, LocalDate lastSession) {
        return SmileCart.fit(task.features(), rows, targets, task.settings(CartSettings.class), lastSession);
    }
}
