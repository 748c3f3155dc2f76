package candor.forecasting.returns;

import candor.forecasting.market.PriceHistory;
import java.util.Arrays;

/** Log returns of adjusted closes, by session, and their sums over a horizon. */
public final class LogReturns {

    private LogReturns() {}

    /**
     * The log return of every session, r[t] = ln(P[t] / P[t-1]) with P the adjusted close.
     *
     * @return one value for each session of the history; NaN at the first and where the history breaks off before it
     */
    public static double[] of(PriceHistory history) {
        double[] r = new double[history.size()];
        for (int t = 0; t < r.length; t++) {
            r[t] = t == 0 || history.breaksBefore(t)
                    ? Double.NaN
                    : StrictMath.log(history.adjustedClose(t) / history.adjustedClose(t - 1));
        }
        return r;
    }

    /**
     * The target of every forecast origin: the sum of the {@code horizon} log returns after it, r[t+1] + ... + r[t+h],
     * added in that order.
     *
     * @param r log returns by session
     * @param horizon sessions, &ge; 1
     * @return one value for each origin; NaN for the last {@code horizon} ones, whose target is not complete,
     *     and where a return among them is
     */
    public static double[] targets(double[] r, int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon below 1: " + horizon);
        }
        double[] target = new double[r.length];
        Arrays.fill(target, Double.NaN);
        for (int t = 0; t < r.length - horizon; t++) {
            double sum = 0;
            for (int s = t + 1; s <= t + horizon; s++) {
                sum += r[s];
            }
            target[t] = sum;
        }
        return target;
    }
}
