package candor.forecasting.walkforward;

import candor.forecasting.learning.CoMoments;
import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Leverage;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarLearner;
import java.util.ArrayDeque;
import java.util.Deque;

/** The training rows of one horizon's candidates. A row enters when its target is complete: that is the purge. */
final class HorizonLearner {

    private final int horizon;
    private final ForecastPlan plan;
    private final CoMoments ridge;
    private final LogHarLearner logHar;
    private final Deque<OriginView> waiting = new ArrayDeque<>();
    private ExpandingMean mean;

    HorizonLearner(int horizon, ForecastPlan plan, PriceHistory firstSession) {
        this.horizon = horizon;
        this.plan = plan;
        this.ridge = new CoMoments(plan.settings().ridgeFeatures().size());
        this.logHar = new LogHarLearner(horizon, Leverage.WITH);
        this.mean = ExpandingMean.start(horizon, firstSession);
    }

    void absorb(OriginView view) {
        PriceHistory visible = view.visible();
        mean = mean.advancedTo(visible);
        logHar.absorb(visible, view.regressors());
        waiting.add(view);
        if (waiting.size() > horizon) {
            OriginView complete = waiting.remove();
            if (complete.featuresComplete()) {
                int session = visible.size() - 1;
                ridge.add(complete.features(), Targets.logReturn(visible, session - horizon, session));
            }
        }
    }

    HorizonModel fit(PriceHistory visible) {
        ForecastSettings settings = plan.settings();
        return new HorizonModel(
                horizon,
                mean,
                plan.includes(RidgeCoefficients.NAME)
                        ? RidgeCoefficients.fit(
                                ridge,
                                settings.ridgeFeatures(),
                                settings.ridgePenalty(),
                                visible.session(visible.size() - 1))
                        : null,
                plan.includes(LogHarCoefficients.NAME) ? logHar.fit(visible) : null);
    }
}
