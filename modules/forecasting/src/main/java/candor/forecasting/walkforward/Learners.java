package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import candor.forecasting.volatility.Garch;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All candidates of all horizons while they take in the history session by session. */
final class Learners {

    private final ForecastPlan plan;
    private final ForecastSettings settings;
    private final List<HorizonLearner> horizons;
    private @Nullable Ewma ewma;

    /**
     * @param history of which only the first session is looked at here
     */
    Learners(ForecastPlan plan, PriceHistory history) {
        PriceHistory first = history.visibleAt(0);
        this.plan = plan;
        this.settings = plan.settings();
        this.horizons = settings.horizons().stream()
                .map(horizon -> new HorizonLearner(horizon, plan, first))
                .toList();
    }

    /** Takes in the last session of the view; views come one session after the other, from session 0 on. */
    void absorb(OriginView view) {
        PriceHistory visible = view.visible();
        if (ewma != null) {
            ewma = ewma.advancedTo(visible);
        } else if (visible.size() > Ewma.START) {
            ewma = Ewma.start(settings.ewmaDecay(), visible).orElse(null);
        }
        horizons.forEach(horizon -> horizon.absorb(view));
    }

    /** Grows the boosted trees of all horizons anew, unless they are left out. */
    void boost(PriceHistory visible) {
        if (plan.includes(BoostedTrees.NAME)) {
            horizons.forEach(horizon -> horizon.boost(visible));
        }
    }

    /** Takes the trees of models that were fitted before. */
    void boostWith(TrainedModels models) {
        for (int i = 0; i < horizons.size(); i++) {
            horizons.get(i).boostWith(models.horizons().get(i).boosting());
        }
    }

    /**
     * Fits every other candidate on the rows that are complete at the end of the view.
     *
     * @param visible the view that was absorbed last
     * @param before the models of the refit before; null at the first
     * @param failed takes note of the candidates that did not converge and keep what they were before
     */
    TrainedModels fit(PriceHistory visible, @Nullable TrainedModels before, FailedFits failed) {
        if (ewma == null) {
            throw new NotEnoughRows(visible.size() - 1, Ewma.START);
        }
        return new TrainedModels(
                visible.session(visible.size() - 1),
                ewma,
                plan.includes(Garch.NAME)
                        ? failed.orKeep(kept(before, visible), () -> Garch.fit(visible, settings.garchStart()))
                        : null,
                IntStream.range(0, horizons.size())
                        .mapToObj(i -> horizons.get(i)
                                .fit(
                                        visible,
                                        before == null
                                                ? null
                                                : before.horizons().get(i),
                                        failed))
                        .toList());
    }

    /** The parameters of the refit before, with the variance of today. */
    private static @Nullable Garch kept(@Nullable TrainedModels before, PriceHistory visible) {
        Garch garch = before == null ? null : before.garch();
        return garch == null ? null : garch.advancedTo(visible);
    }
}
