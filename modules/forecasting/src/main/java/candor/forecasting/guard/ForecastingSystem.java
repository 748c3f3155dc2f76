package candor.forecasting.guard;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.feature.FeatureTable;
import candor.forecasting.feature.Features;
import candor.forecasting.market.PriceHistory;
import candor.forecasting.walkforward.Backtest;
import candor.forecasting.walkforward.ForecastPlan;
import candor.forecasting.walkforward.Progress;
import candor.forecasting.walkforward.WalkForward;

/** All that turns a price history into forecasts, as a black box. */
@FunctionalInterface
public interface ForecastingSystem {

    /** What the system makes of the history. */
    Made make(PriceHistory history);

    /** Candor itself. */
    static ForecastingSystem product(TradingCalendar calendar, ForecastPlan plan) {
        return history -> {
            FeatureTable features = Features.of(history).select(plan.settings().features());
            return new Made(history, features, WalkForward.run(history, features, calendar, plan, Progress.NONE));
        };
    }

    /**
     * What a system made.
     *
     * @param history that it was given
     * @param features those that enter models, one row for each session of the history
     * @param backtest every past forecast, and the last models
     */
    record Made(PriceHistory history, FeatureTable features, Backtest backtest) {

        public Made {
            if (features.size() != history.size()) {
                throw new IllegalArgumentException(
                        features.size() + " rows of features for " + history.size() + " sessions");
            }
        }
    }
}
