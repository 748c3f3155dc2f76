package candor.forecasting.candidate;

import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The mean of all past returns over the horizon. */
final class PastMean implements Candidate {

    @Override
    public String key() {
        return "mean";
    }

    @Override
    public String words() {
        return "expanding mean";
    }

    @Override
    public String inSentence() {
        return "the expanding mean";
    }

    @Override
    public Kind kind() {
        return Kind.MEAN;
    }

    @Override
    public String unexplained() {
        return "the mean of past returns: no feature drove it.";
    }

    @Override
    public Learner learner(LearningTask task) {
        return new Following(task.horizon());
    }

    @Override
    public Class<ExpandingMean> stateType() {
        return ExpandingMean.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    private static final class Following implements Learner {

        private final int horizon;
        private @Nullable ExpandingMean mean;

        Following(int horizon) {
            this.horizon = horizon;
        }

        @Override
        public void absorb(OriginView view) {
            mean = current(view.visible());
        }

        @Override
        public Model fit(PriceHistory visible) {
            return new Fitted(current(visible));
        }

        private ExpandingMean current(PriceHistory visible) {
            ExpandingMean before = mean == null ? ExpandingMean.start(horizon, visible) : mean;
            return before.advancedTo(visible);
        }
    }

    private record Fitted(ExpandingMean state) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return state.forecast();
        }

        @Override
        public Model advancedTo(PriceHistory visible) {
            return new Fitted(state.advancedTo(visible));
        }

        @Override
        public Optional<LocalDate> seenThrough() {
            return Optional.of(state.through());
        }

        @Override
        public OptionalInt trainingRows() {
            return OptionalInt.of(state.count());
        }
    }
}
