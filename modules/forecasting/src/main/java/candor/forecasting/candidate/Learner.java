package candor.forecasting.candidate;

import candor.forecasting.market.PriceHistory;

/** A candidate that takes in a history session by session. */
@FunctionalInterface
public interface Learner {

    /** Takes in the last session of the view; views come one session after the other, from session 0 on. */
    default void absorb(OriginView view) {}

    /**
     * Fits on what is complete at the end of the view.
     *
     * @param visible the view that was absorbed last
     * @throws candor.forecasting.learning.FitDidNotConverge if there is no solution
     */
    Model fit(PriceHistory visible);
}
