package candor.forecasting.walkforward;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.market.PriceHistory;
import org.jspecify.annotations.Nullable;

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
        return resume(history, features, calendar, plan, null);
    }

    /**
     * The same, bit for bit, with less work: models that were fitted at the same sessions before are taken from there.
     *
     * @param known fitted with the same plan, on sessions and features that were what they are now; null where nothing is
     */
    public static TrainedModels resume(
            PriceHistory history,
            FeatureTable features,
            TradingCalendar calendar,
            ForecastPlan plan,
            @Nullable TrainedModels known) {
        FeatureTable selected = features.select(plan.settings().features());
        Sessions sessions = new Sessions(history, selected, calendar, plan);
        Refits refits = new Refits(history, selected, sessions, plan, known);
        TrainedModels models = refits.at(sessions.lastRefit());
        refits.failed().throwFirst();
        return models;
    }
}
