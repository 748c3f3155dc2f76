package candor.forecasting.walkforward;

import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Leverage;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarLearner;
import org.jspecify.annotations.Nullable;

/** The training rows of one horizon's candidates. A row enters when its target is complete: that is the purge. */
final class HorizonLearner {

    private final int horizon;
    private final ForecastPlan plan;
    private final RidgeLearner ridge;
    private final LogHarLearner logHar;
    private ExpandingMean mean;

    HorizonLearner(int horizon, ForecastPlan plan, PriceHistory firstSession) {
        this.horizon = horizon;
        this.plan = plan;
        this.ridge = new RidgeLearner(horizon, plan.settings());
        this.logHar = new LogHarLearner(horizon, Leverage.WITH);
        this.mean = ExpandingMean.start(horizon, firstSession);
    }

    void absorb(OriginView view) {
        PriceHistory visible = view.visible();
        mean = mean.advancedTo(visible);
        logHar.absorb(visible, view.regressors());
        ridge.absorb(view);
    }

    HorizonModel fit(PriceHistory visible, @Nullable HorizonModel before, FailedFits failed) {
        return new HorizonModel(
                horizon,
                mean,
                plan.includes(RidgeCoefficients.NAME)
                        ? failed.orKeep(before == null ? null : before.ridge(), () -> ridge.fit(visible))
                        : null,
                plan.includes(LogHarCoefficients.NAME)
                        ? failed.orKeep(before == null ? null : before.logHar(), () -> logHar.fit(visible))
                        : null);
    }
}
