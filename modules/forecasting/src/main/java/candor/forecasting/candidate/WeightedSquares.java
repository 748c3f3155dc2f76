package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Exponentially weighted moving average of squared returns. */
final class WeightedSquares implements Candidate {

    @Override
    public String key() {
        return Ewma.NAME;
    }

    @Override
    public String words() {
        return "EWMA";
    }

    @Override
    public Kind kind() {
        return Kind.SCALE;
    }

    @Override
    public boolean servesAllHorizons() {
        return true;
    }

    @Override
    public OptionalInt earliestOrigin() {
        return OptionalInt.of(Ewma.START);
    }

    @Override
    public HyperParameters standardSettings() {
        return EwmaSettings.standard();
    }

    @Override
    public Learner learner(LearningTask task) {
        return new Following(task.settings(EwmaSettings.class).decay());
    }

    @Override
    public Class<Ewma> stateType() {
        return Ewma.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    private static final class Following implements Learner {

        private final double decay;
        private @Nullable Ewma ewma;

        Following(double decay) {
            this.decay = decay;
        }

        @Override
        public void absorb(OriginView view) {
            PriceHistory visible = view.visible();
            if (ewma != null) {
                ewma = ewma.advancedTo(visible);
            } else if (visible.size() > Ewma.START) {
                ewma = Ewma.start(decay, visible).orElse(null);
            }
        }

        @Override
        public Model fit(PriceHistory visible) {
            if (ewma == null) {
                throw new IllegalArgumentException("EWMA wants " + Ewma.START + " returns before its first forecast");
            }
            return new Fitted(ewma);
        }
    }

    private record Fitted(Ewma state) implements Model {

        @Override
        public double forecast(Outlook outlook) {
            return state.sigma(outlook.horizon());
        }

        @Override
        public Model advancedTo(PriceHistory visible) {
            return new Fitted(state.advancedTo(visible));
        }

        @Override
        public Optional<LocalDate> seenThrough() {
            return Optional.of(state.through());
        }
    }
}
