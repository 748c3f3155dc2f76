package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;

/** Fits all candidates once, at the last refit origin of the schedule. */
public final class Training {

    private Training() {}

    /**
     * The models that the walk-forward uses at the last session of the history, bit for bit, without walking.
     *
     * @param features one row for each session
     * @throws NotEnoughRows if the history is too short for a first forecast
     * @throws candor.forecasting.learning.FitDidNotConverge naming the candidate that has no solution
     */
    public static TrainedModels fit(
            PriceHistory history, FeatureTable features, TradingCalendar calendar, ForecastPlan plan) {
        FeatureTable selected = features.select(plan.settings().ridgeFeatures());
        Sessions sessions = new Sessions(history, selected, calendar, plan);
        int refit = sessions.lastRefit();
        int boost = sessions.lastBoost(refit);
        Learners learners = new Learners(plan, history);
        for (int t = 0; t <= refit; t++) {
            OriginView view = new OriginView(history.visibleAt(t), selected);
            learners.absorb(view);
            if (t == boost) {
                learners.boost(view.visible());
            }
        }
        FailedFits failed = new FailedFits();
        TrainedModels models = learners.fit(history.visibleAt(refit), null, failed);
        failed.throwFirst();
        return models;
    }
}
