package candor.forecasting.volatility;

import candor.forecasting.learning.LastSeen;
import candor.forecasting.learning.Targets;
import candor.forecasting.market.PriceHistory;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * GARCH(1,1) with a constant mean (Bollerslev 1986): h<sub>t+1</sub> = &omega; + &alpha; (r<sub>t</sub> &minus;
 * &mu;)&sup2; + &beta; h<sub>t</sub>. The parameters stay until the next fit, the variance moves with every
 * session whose return is known; across a break it stays as it is.
 *
 * @param mu mean of the log return
 * @param omega &gt; 0
 * @param alpha &ge; 0
 * @param beta &ge; 0; &alpha; + &beta; &lt; 1
 * @param variance of the next session's log return
 * @param through last session seen
 */
public record Garch(double mu, double omega, double alpha, double beta, double variance, LocalDate through) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "garch";

    public Garch {
        if (!(omega > 0 && alpha >= 0 && beta >= 0 && alpha + beta < 1)) {
            throw new IllegalArgumentException(
                    "GARCH wants omega > 0, alpha and beta from 0 and below 1 together, got omega " + omega + ", alpha "
                            + alpha + ", beta " + beta);
        }
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("GARCH variance out of range at " + through + ": " + variance);
        }
    }

    /**
     * Fits on all known returns of the view, one after the other, by maximum likelihood.
     *
     * @param start 0..3: which starting values; another fit of the same returns asks for the next
     * @throws candor.forecasting.learning.FitDidNotConverge if the likelihood has no maximum inside the admissible region
     */
    public static Garch fit(PriceHistory visible, int start) {
        double[] returns = IntStream.range(1, visible.size())
                .mapToDouble(t -> Targets.logReturn(visible, t - 1, t))
                .filter(r -> !Double.isNaN(r))
                .toArray();
        GarchFit.Estimate fitted = GarchFit.of(returns, start);
        return new Garch(
                fitted.mu(),
                fitted.omega(),
                fitted.alpha(),
                fitted.beta(),
                fitted.nextVariance(),
                visible.session(visible.size() - 1));
    }

    /** The same parameters with the variance moved on to the end of the view. */
    public Garch advancedTo(PriceHistory visible) {
        double h = variance;
        for (int t = LastSeen.indexIn(visible, through) + 1; t < visible.size(); t++) {
            double residual = Targets.logReturn(visible, t - 1, t) - mu;
            h = Double.isNaN(residual) ? h : omega + alpha * (residual * residual) + beta * h;
        }
        return new Garch(mu, omega, alpha, beta, h, visible.session(visible.size() - 1));
    }

    /** Standard deviation of the log return over so many sessions: the root of the sum of their variance forecasts. */
    public double sigma(int horizon) {
        double next = variance;
        double sum = 0;
        for (int k = 0; k < horizon; k++) {
            sum += next;
            next = omega + (alpha + beta) * next;
        }
        return Math.sqrt(sum);
    }
}
