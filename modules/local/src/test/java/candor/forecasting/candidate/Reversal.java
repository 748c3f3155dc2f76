package candor.forecasting.candidate;

import candor.forecasting.explanation.Contribution;
import candor.forecasting.explanation.Explanation;
import candor.forecasting.learning.FitDidNotConverge;
import candor.forecasting.learning.HyperParameters;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A candidate that no release has: the return over the horizon as a multiple of the last session's return, by least
 * squares. With its line in the table it is all that another candidate takes.
 */
final class Reversal implements Candidate {

    @Override
    public String key() {
        return "reversal";
    }

    @Override
    public String words() {
        return "reversal of the last return";
    }

    @Override
    public String inSentence() {
        return "the reversal of the last return";
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
    public int lookBack() {
        return 1;
    }

    @Override
    public HyperParameters standardSettings() {
        return new ReversalSettings(0.0);
    }

    @Override
    public Learner learner(LearningTask task) {
        return new Sums(task.horizon(), task.settings(ReversalSettings.class).penalty());
    }

    @Override
    public Class<Slope> stateType() {
        return Slope.class;
    }

    @Override
    public Model restored(Record state) {
        return new Fitted(stateType().cast(state));
    }

    /**
     * What may be set of it.
     *
     * @param penalty added to the sum of squares, &ge; 0
     */
    record ReversalSettings(double penalty) implements HyperParameters {}

    /** What a fit knows. */
    record Slope(double slope, int rows, LocalDate fittedAt) {}

    private static final class Sums implements Learner {

        private final int horizon;
        private final double penalty;
        private double products;
        private double squares;
        private int rows;

        Sums(int horizon, double penalty) {
            this.horizon = horizon;
            this.penalty = penalty;
        }

        @Override
        public void absorb(OriginView view) {
            PriceHistory visible = view.visible();
            int origin = visible.size() - 1 - horizon;
            if (origin >= 1) {
                double last = Targets.logReturn(visible, origin - 1, origin);
                double target = Targets.logReturn(visible, origin, origin + horizon);
                if (Double.isFinite(last * target)) {
                    products += last * target;
                    squares += last * last;
                    rows++;
                }
            }
        }

        @Override
        public Model fit(PriceHistory visible) {
            if (!(squares + penalty > 0)) {
                throw new FitDidNotConverge("reversal", "no return so far");
            }
            return new Fitted(new Slope(products / (squares + penalty), rows, visible.session(visible.size() - 1)));
        }
    }

    private record Fitted(Slope state) implements Model {

        private static double last(Outlook outlook) {
            PriceHistory visible = outlook.view().visible();
            int origin = visible.size() - 1;
            return Targets.logReturn(visible, origin - 1, origin);
        }

        @Override
        public double forecast(Outlook outlook) {
            return state.slope() * last(outlook);
        }

        @Override
        public Optional<Explanation> explanation(Outlook outlook) {
            double last = last(outlook);
            return Optional.of(
                    new Explanation(0, List.of(new Contribution("last_return", last, state.slope() * last))));
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
