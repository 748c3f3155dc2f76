package candor.forecasting.walkforward;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Ewma;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All candidates of all horizons while they take in the history session by session. */
final class Learners {

    private final ForecastSettings settings;
    private final List<HorizonLearner> horizons;
    private @Nullable Ewma ewma;

    /**
     * @param history of which only the first session is looked at here
     */
    Learners(ForecastPlan plan, PriceHistory history) {
        PriceHistory first = history.visibleAt(0);
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
            ewma = Ewma.start(settings.ewmaDecay(), visible);
        }
        horizons.forEach(horizon -> horizon.absorb(view));
    }

    /**
     * Fits every candidate on the rows that are complete at the end of the view.
     *
     * @param visible the view that was absorbed last
     * @throws candor.forecasting.learning.FitDidNotConverge naming the candidate
     */
    TrainedModels fit(PriceHistory visible) {
        if (ewma == null) {
            throw new NotEnoughRows(visible.size() - 1, Ewma.START);
        }
        return new TrainedModels(
                visible.session(visible.size() - 1),
                ewma,
                horizons.stream().map(horizon -> horizon.fit(visible)).toList());
    }
}
