package candor.forecasting.volatility;

import candor.forecasting.learning.LastSeen;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;

/**
 * Exponentially weighted moving average of squared log returns, h<sub>t+1</sub> = &lambda; h<sub>t</sub> +
 * (1 &minus; &lambda;) r<sub>t</sub>&sup2; (RiskMetrics 1996). It starts after session {@value #START} with the mean of
 * the squares of the returns 1..{@value #START}, and moves with every session.
 *
 * @param decay &lambda;, between 0 and 1
 * @param variance of the next session's log return
 * @param through last session seen
 */
public record Ewma(double decay, double variance, LocalDate through) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "ewma";

    /** Index of the first session at whose close there is a forecast. */
    public static final int START = 21;

    public Ewma {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("EWMA decay not between 0 and 1: " + decay);
        }
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("EWMA variance out of range at " + through + ": " + variance);
        }
    }

    /**
     * The forecast at the close of session {@value #START}.
     *
     * @param visible a view with at least {@value #START} returns
     */
    public static Ewma start(double decay, PriceHistory visible) {
        double sum = 0;
        for (int t = 1; t <= START; t++) {
            sum += squaredReturn(visible, t);
        }
        return new Ewma(decay, sum / START, visible.session(START));
    }

    /** The forecast at the close of the last session of the view. */
    public Ewma advancedTo(PriceHistory visible) {
        double h = variance;
        for (int t = LastSeen.indexIn(visible, through) + 1; t < visible.size(); t++) {
            h = decay * h + (1 - decay) * squaredReturn(visible, t);
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
