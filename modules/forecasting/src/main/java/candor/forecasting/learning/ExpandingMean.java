package candor.forecasting.learning;

import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;

/**
 * The mean of all h-session log returns that are complete and known, the origin of the first being session 1. It moves with every
 * session and needs no refit.
 *
 * @param horizon h, sessions, &ge; 1
 * @param sum of the complete targets, log return
 * @param count of them
 * @param through last session seen
 */
public record ExpandingMean(int horizon, double sum, int count, LocalDate through) {

    public ExpandingMean {
        if (horizon < 1 || count < 0) {
            throw new IllegalArgumentException("horizon " + horizon + ", count " + count);
        }
    }

    /** The mean before any target: what is known at the first session of {@code visible}. */
    public static ExpandingMean start(int horizon, PriceHistory visible) {
        return new ExpandingMean(horizon, 0, 0, visible.session(0));
    }

    /** The mean with all targets that are complete at the last session of the view. */
    public ExpandingMean advancedTo(PriceHistory visible) {
        double total = sum;
        int complete = count;
        for (int t = LastSeen.indexIn(visible, through) + 1; t < visible.size(); t++) {
            if (t - horizon >= 1) {
                double target = Targets.logReturn(visible, t - horizon, t);
                if (!Double.isNaN(target)) {
                    total += target;
                    complete++;
                }
            }
        }
        return new ExpandingMean(horizon, total, complete, visible.session(visible.size() - 1));
    }

    /** Forecast of the next h-session log return; NaN while no target is complete. */
    public double forecast() {
        return count == 0 ? Double.NaN : sum / count;
    }
}
