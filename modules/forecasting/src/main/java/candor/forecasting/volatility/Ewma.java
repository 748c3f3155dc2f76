package candor.forecasting.volatility;

import candor.forecasting.learning.LastSeen;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Exponentially weighted moving average of squared log returns, h<sub>t+1</sub> = &lambda; h<sub>t</sub> +
 * (1 &minus; &lambda;) r<sub>t</sub>&sup2; (RiskMetrics 1996). It starts with the mean of the squares of the first
 * {@value #START} returns, and moves with every session whose return is known; across a break it stays as it is.
 *
 * @param decay &lambda;, between 0 and 1
 * @param variance of the next session's log return
 * @param through last session seen
 */
public record Ewma(double decay, double variance, LocalDate through) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "ewma";

    /** Returns before the first forecast. */
    public static final int START = 21;

    public Ewma {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("EWMA decay not between 0 and 1: " + decay);
        }
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("EWMA variance out of range at " + through + ": " + variance);
        }
    }

    /** The forecast at the close of the first session with {@value #START} returns; empty where the view has fewer. */
    public static Optional<Ewma> start(double decay, PriceHistory visible) {
        double sum = 0;
        int returns = 0;
        for (int t = 1; t < visible.size(); t++) {
            double squared = squaredReturn(visible, t);
            if (!Double.isNaN(squared)) {
                sum += squared;
                returns++;
            }
            if (returns == START) {
                return Optional.of(new Ewma(decay, sum / START, visible.session(t)));
            }
        }
        return Optional.empty();
    }

    /** The forecast at the close of the last session of the view. */
    public Ewma advancedTo(PriceHistory visible) {
        double h = variance;
        for (int t = LastSeen.indexIn(visible, through) + 1; t < visible.size(); t++) {
            double squared = squaredReturn(visible, t);
            h = Double.isNaN(squared) ? h : decay * h + (1 - decay) * squared;
        }
        return new Ewma(decay, h, visible.session(visible.size() - 1));
    }

    /** Standard deviation of the log return over so many sessions: the variance is taken to stay as it is. */
    public double sigma(int horizon) {
        return Math.sqrt(horizon * variance);
    }

    private static double squaredReturn(PriceHistory visible, int session) {
        double r = Targets.logReturn(visible, session - 1, session);
        return r * r;
    }
}
