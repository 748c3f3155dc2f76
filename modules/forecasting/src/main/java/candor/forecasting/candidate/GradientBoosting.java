package candor.forecasting.candidate;

import candor.forecasting.boosting.Boosting;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.TreeShap;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.BoostingSettings;
import candor.forecasting.learning.HyperParameters;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Gradient boosted regression trees on features. */
final class GradientBoosting implements Candidate {

    @Override
    public String key() {
        return BoostedTrees.NAME;
    }

    @Override
    public String words() {
        return "gradient boosting";
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
        return BoostingSettings.standard();
    }

    @Override
    public Learner learner(LearningTask task) {
        return new TreeLearner(
                task,
                (rows, targets, lastSession) -> Boosting.fit(
                        task.features(), rows, targets, task.settings(BoostingSettings.class), lastSession));
    }

    @Override
    public Class<BoostedTrees> stateType() {
        return BoostedTrees.class;
    }

    @Override
    public Model restored(Record state) {
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
