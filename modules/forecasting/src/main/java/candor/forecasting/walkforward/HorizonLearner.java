package candor.forecasting.walkforward;

import candor.forecasting.learning.BoostedTrees;
import candor.forecasting.learning.ExpandingMean;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.volatility.Leverage;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarLearner;
import org.jspecify.annotations.Nullable;

/** The training rows of one horizon's candidates. */
final class HorizonLearner {

    private final int horizon;
    private final ForecastPlan plan;
    private final TrainingRows rows;
    private final RidgeLearner ridge;
    private final BoostingLearner boosting;
    private final LogHarLearner logHar;
    private ExpandingMean mean;
    private @Nullable BoostedTrees boosted;

    HorizonLearner(int horizon, ForecastPlan plan, PriceHistory firstSession) {
        this.horizon = horizon;
        this.plan = plan;
        this.rows = new TrainingRows(horizon);
        this.ridge = new RidgeLearner(horizon, plan.settings());
        this.boosting = new BoostingLearner(plan.settings());
        this.logHar = new LogHarLearner(horizon, Leverage.WITH);
        this.mean = ExpandingMean.start(horizon, firstSession);
    }

    void absorb(OriginView view) {
        PriceHistory visible = view.visible();
        mean = mean.advancedTo(visible);
        logHar.absorb(visible, view.regressors());
        rows.completedBy(view).ifPresent(row -> {
            ridge.train(row);
            boosting.train(row);
        });
        ridge.tryPenalties(view);
    }

    /** Grows the boosted trees anew, on the rows that are complete at the end of the view. */
    void boost(PriceHistory visible) {
        boosted = boosting.fit(visible);
    }

    /** Takes trees that were grown before. */
    void boostWith(@Nullable BoostedTrees grown) {
        boosted = grown;
    }

    HorizonModel fit(PriceHistory visible, @Nullable HorizonModel before, FailedFits failed) {
        return new HorizonModel(
                horizon,
                mean,
                plan.includes(RidgeCoefficients.NAME)
                        ? failed.orKeep(before == null ? null : before.ridge(), () -> ridge.fit(visible))
                        : null,
                boosted,
                plan.includes(LogHarCoefficients.NAME)
                        ? failed.orKeep(before == null ? null : before.logHar(), () -> logHar.fit(visible))
                        : null);
    }
}
