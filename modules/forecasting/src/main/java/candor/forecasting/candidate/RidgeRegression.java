package candor.forecasting.candidate;

import candor.forecasting.explanation.Explanation;
import candor.forecasting.explanation.LinearShares;
import candor.forecasting.learning.HyperParameters;
import candor.forecasting.learning.RidgeCoefficients;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Ridge regression of the return on features. */
final class RidgeRegression implements Candidate {

    @Override
    public String key() {
        return RidgeCoefficients.NAME;
    }

    @Override
    public String words() {
        return "ridge regression";
    }

    @Override
    public Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public Fit fit() {
        return Fit.CLOSED_FORM;
    }

    @Override
    public boolean usesFeatures() {
        return true;
    }

    @Override
    public HyperParameters standardSettings() {
        return RidgeSettings.standard();
    }

    @Override
    public Learner learner(LearningTask task) {
        return new RidgeLearner(task);
    }

    @Override
    public Class<RidgeCoefficients> stateType() {
        return RidgeCoefficients.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    record Fitted(RidgeCoefficients state) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return state.forecast(outlook.view().features());
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            return Optional.of(LinearShares.of(state, outlook.view().features()));
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
