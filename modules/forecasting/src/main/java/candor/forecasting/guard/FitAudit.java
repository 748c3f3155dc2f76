package candor.forecasting.guard;

import candor.forecasting.candidate.Model;
import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Slot;
import candor.forecasting.walkforward.TrainedModels;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * No fitted thing has seen more than was there: none a session after the refit origin, and none more training rows than
 * have a target of h sessions that is complete at the refit (a purge of h) and does not span a break.
 */
record FitAudit() implements Audit {

    static final String NAME = "fit audit";

    @Override
    public GuardResult check(Made made) {
        TrainedModels models = made.backtest().models();
        int refit = made.history().indexOf(models.fittedAt());
        if (refit < 0) {
            return GuardResult.broken(
                    NAME,
                    "The models were fitted at " + models.fittedAt() + ", which is no session of the history up to "
                            + made.history().session(made.history().size() - 1) + ".");
        }
        for (Map.Entry<Slot, Model> entry : models.models().entrySet()) {
            Optional<String> excess = excess(made, entry.getKey(), entry.getValue());
            if (excess.isPresent()) {
                return GuardResult.broken(NAME, excess.get());
            }
        }
        return GuardResult.held(
                NAME,
                "Nothing fitted at " + models.fittedAt()
                        + " has seen a later session, or more rows than have complete targets there.");
    }

    /** A candidate with refits of its own was fitted at what it has seen; all others at the refit. */
    private static Optional<String> excess(Made made, Slot slot, Model model) {
        LocalDate refit = made.backtest().models().fittedAt();
        LocalDate seen = model.seenThrough().orElse(refit);
        int last = made.history().indexOf(seen);
        String what = slot.candidate().key()
                + (slot.horizon() == Slot.ALL_HORIZONS ? "" : " for " + slot.horizon() + " sessions");
        if (last < 0 || seen.isAfter(refit)) {
            return Optional.of(what + " was in use at " + refit + " and has seen " + seen + ".");
        }
        int rows = model.trainingRows().orElse(0);
        if (rows == 0) {
            return Optional.empty();
        }
        PriceHistory visible = made.history().visibleAt(last);
        int allowed = targets(
                visible, slot.horizon(), slot.candidate().usesFeatures() ? made.features()::complete : _ -> true);
        return rows <= allowed
                ? Optional.empty()
                : Optional.of(what + " was fitted at " + seen + " on " + rows + " rows; only " + allowed
                        + " have a complete target there.");
    }

    /** Origins of a kind whose target of so many sessions is complete and known at the end of the view. */
    private static int targets(PriceHistory visible, int horizon, IntPredicate origins) {
        return (int) IntStream.range(0, Math.max(visible.size() - horizon, 0))
                .filter(origin -> !visible.breaksBetween(origin, origin + horizon))
                .filter(origins)
                .count();
    }
}
