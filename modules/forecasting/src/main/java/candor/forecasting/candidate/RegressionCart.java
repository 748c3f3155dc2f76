// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.candidate;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.CartSettings;
import candor.forecasting.learning.HyperParameters;
import candor.forecasting.smile.SmileCart;

/** One small regression tree on features: what a few rules of thumb would say. */
final class RegressionCart implements Candidate {

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
    public Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public Fit fit() {
        return Fit.SEARCH;
    }

    @Override
    public boolean usesFeatures() {
        return true;
    }

    @Override
    public HyperParameters standardSettings() {
        return CartSettings.standard();
    }

    @Override
    public Learner learner(LearningTask task) {
        return new TreeLearner(
                task,
                (rows, targets, lastSession) ->
                        SmileCart.fit(task.features(), rows, targets, task.settings(CartSettings.class), lastSession));
    }

    @Override
    public Class<BoostedTrees> stateType() {
        return BoostedTrees.class;
    }

    @Override
    public Model restored(Record state) {
        return new GradientBoosting.Fitted(stateType().cast(state));
    }
}
