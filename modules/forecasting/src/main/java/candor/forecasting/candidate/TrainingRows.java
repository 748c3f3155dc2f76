package candor.forecasting.candidate;

import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Origins of one horizon wait here until their targets are complete: that is the purge. */
final class TrainingRows {

    /**
     * What a model may learn from.
     *
     * @param origin where all features are defined
     * @param target log return over the horizon after it
     */
    record Row(OriginView origin, double target) {

        /** Not to be changed. */
        double[] features() {
            return origin.features();
        }
    }

    private final int horizon;
    private final Deque<OriginView> waiting = new ArrayDeque<>();

    TrainingRows(int horizon) {
        this.horizon = horizon;
    }

    /**
     * Takes in the last session of the view; views come one session after the other. Answers the row whose target this
     * session completes, unless a feature is not defined there or the history breaks off before its end.
     */
    Optional<Row> completedBy(OriginView view) {
        PriceHistory visible = view.visible();
        waiting.add(view);
        if (waiting.size() <= horizon) {
            return Optional.empty();
        }
        OriginView origin = waiting.remove();
        int session = visible.size() - 1;
        return origin.featuresComplete() && !visible.breaksBetween(session - horizon, session)
                ? Optional.of(new Row(origin, Targets.logReturn(visible, session - horizon, session)))
                : Optional.empty();
    }
}
