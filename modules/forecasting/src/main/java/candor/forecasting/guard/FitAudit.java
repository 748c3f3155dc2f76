package candor.forecasting.guard;

import candor.forecasting.guard.ForecastingSystem.Made;
import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Garch;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.walkforward.HorizonModel;
import candor.forecasting.walkforward.TrainedModels;
import java.time.LocalDate;
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
        Garch garch = models.garch();
        if (garch != null && garch.through().isAfter(models.fittedAt())) {
            return GuardResult.broken(
                    NAME, "garch was fitted at " + models.fittedAt() + " and has seen " + garch.through() + ".");
        }
        for (HorizonModel model : models.horizons()) {
            Optional<String> excess = excess(made, model, refit);
            if (excess.isPresent()) {
                return GuardResult.broken(NAME, excess.get());
            }
        }
        return GuardResult.held(
                NAME,
                "Nothing fitted at " + models.fittedAt()
                        + " has seen a later session, or more rows than have complete targets there.");
    }

    private static Optional<String> excess(Made made, HorizonModel model, int refit) {
        PriceHistory visible = made.history().visibleAt(refit);
        int horizon = model.horizon();
        int complete = targets(visible, horizon, _ -> true);
        Optional<String> mean =
                excess("mean", model.mean().count(), model.mean().through(), complete, visible, horizon);
        RidgeCoefficients ridge = model.ridge();
        LogHarCoefficients logHar = model.logHar();
        return mean.or(() -> ridge == null
                        ? Optional.empty()
                        : excess(
                                RidgeCoefficients.NAME,
                                ridge.rows(),
                                ridge.fittedAt(),
                                targets(visible, horizon, made.features()::complete),
                                visible,
                                horizon))
                .or(() -> boosting(made, model))
                .or(() -> logHar == null
                        ? Optional.empty()
                        : excess(
                                LogHarCoefficients.NAME, logHar.rows(), logHar.fittedAt(), complete, visible, horizon));
    }

    /** Trees are grown at refits of their own, at or before that of the others. */
    private static Optional<String> boosting(Made made, HorizonModel model) {
        BoostedTrees trees = model.boosting();
        if (trees == null) {
            return Optional.empty();
        }
        LocalDate refit = made.backtest().models().fittedAt();
        int grown = made.history().indexOf(trees.fittedAt());
        if (grown < 0 || trees.fittedAt().isAfter(refit)) {
            return Optional.of(BoostedTrees.NAME + " for " + model.horizon() + " sessions was in use at " + refit
                    + " and has seen " + trees.fittedAt() + ".");
        }
        return excess(
                BoostedTrees.NAME,
                trees.rows(),
                trees.fittedAt(),
                targets(made.history().visibleAt(grown), model.horizon(), made.features()::complete),
                made.history().visibleAt(grown),
                model.horizon());
    }

    private static Optional<String> excess(
            String candidate, int rows, LocalDate seen, int allowed, PriceHistory visible, int horizon) {
        LocalDate refit = visible.session(visible.size() - 1);
        if (seen.isAfter(refit)) {
            return Optional.of(
                    candidate + " for " + horizon + " sessions was fitted at " + refit + " and has seen " + seen + ".");
        }
        return rows <= allowed
                ? Optional.empty()
                : Optional.of(candidate + " for " + horizon + " sessions was fitted at " + refit + " on " + rows
                        + " rows; only " + allowed + " have a complete target there.");
    }

    /** Origins of a kind whose target of so many sessions is complete and known at the end of the view. */
    private static int targets(PriceHistory visible, int horizon, IntPredicate origins) {
        return (int) IntStream.range(0, Math.max(visible.size() - horizon, 0))
                .filter(origin -> !visible.breaksBetween(origin, origin + horizon))
                .filter(origins)
                .count();
    }
}
