package candor.forecasting.guard;

import candor.forecasting.calibration.ConformalState;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.BacktestRow;
import java.util.Optional;

/**
 * Outcomes are the log returns over the h sessions after the origin, absent while these are not over and where a break
 * lies among them, and calibration has
 * no more scores than there are complete outcomes.
 */
record CompleteTargets() implements Audit {

    static final String NAME = "complete targets";

    @Override
    public GuardResult check(Made made) {
        Optional<String> wrong = made.backtest().rows().stream()
                .map(row -> wrongOutcome(made.history(), row))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> made.backtest().calibration().stream()
                        .map(state -> earlyScores(made, state))
                        .flatMap(Optional::stream)
                        .findFirst());
        return wrong.map(what -> GuardResult.broken(NAME, what))
                .orElseGet(
                        () -> GuardResult.held(
                                NAME,
                                "Every outcome is the return from its origin to its target, and calibration has no score of a target that is not complete."));
    }

    private static Optional<String> wrongOutcome(PriceHistory history, BacktestRow row) {
        int origin = history.indexOf(row.origin());
        if (origin < 0) {
            return Optional.of("A forecast is made at " + row.origin() + ", which is no session of the history.");
        }
        int target = origin + row.horizon();
        double want = target < history.size() ? Targets.logReturn(history, origin, target) : Double.NaN;
        return Double.compare(want, row.realised()) == 0
                ? Optional.empty()
                : Optional.of("The outcome of " + row.origin() + " for " + row.horizon() + " sessions is given as "
                        + row.realised() + "; the return is " + want + ".");
    }

    private static Optional<String> earlyScores(Made made, ConformalState state) {
        long complete = made.backtest().rows().stream()
                .filter(row -> row.horizon() == state.horizon() && Double.isFinite(row.realised()))
                .count();
        return state.scores().size() <= complete
                ? Optional.empty()
                : Optional.of("Calibration for " + state.horizon() + " sessions has "
                        + state.scores().size() + " scores, but only " + complete + " targets are complete.");
    }
}
