// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.TreeShap;
import candor.forecasting.learning.BoostedTrees;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A candidate for the mean whose model is regression trees on features, whoever grows them. */
abstract class TreesOnFeatures implements Candidate {

    /**
     * Grows the trees.
     *
     * @param rows of all features, with a target each
     * @param lastSession that rows and targets depend on
     */
    abstract BoostedTrees grow(LearningTask task, List<double[]> rows, List<Double> targets, LocalDate lastSession);

    @Override
    public final Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public final Fit fit() {
        return Fit.SEARCH;
    }

    @Override
    public final boolean usesFeatures() {
        return true;
    }

    @Override
    public final Learner learner(LearningTask task) {
        return new TreeLearner(task, this);
    }

    @Override
    public final Class<BoostedTrees> stateType() {
        return BoostedTrees.class;
    }

    @Override
    public final Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    record Fitted(BoostedTrees state) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return state.forecast(outlook.view().features());
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            return Optional.of(TreeShap.of(state, outlook.view().features()));
        }

        @Override
        public Optional<LocalDate> seenThrough() {
            return Optional.of(state.fittedAt());
        }

        @Override
        public OptionalInt trainingRows() {
            return OptionalInt.of(state.rows());
        }
    }
}
