package candor.forecasting.candidate;

import candor.forecasting.learning.HyperParameters;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Garch;
import java.time.LocalDate;
import java.util.Optional;

/** GARCH(1,1) by maximum likelihood. */
final class ConditionalVariance implements Candidate {

    @Override
    public String key() {
        return Garch.NAME;
    }

    @Override
    public String words() {
        return "GARCH(1,1)";
    }

    @Override
    public Kind kind() {
        return Kind.SCALE;
    }

    @Override
    public Fit fit() {
        return Fit.SEARCH;
    }

    @Override
    public boolean servesAllHorizons() {
        return true;
    }

    @Override
    public HyperParameters standardSettings() {
        return GarchSettings.standard();
    }

    @Override
    public Learner learner(LearningTask task) {
        int start = task.settings(GarchSettings.class).start();
        return visible -> new Fitted(Garch.fit(visible, start));
    }

    @Override
    public Class<Garch> stateType() {
        return Garch.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    private record Fitted(Garch state) implements Model {

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
