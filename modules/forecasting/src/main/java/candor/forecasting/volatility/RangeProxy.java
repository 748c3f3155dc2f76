package candor.forecasting.volatility;

import candor.forecasting.market.PriceHistory;

/**
 * The variance of one session from its four prices and the close before: squared overnight return plus the
 * Garman&ndash;Klass (1980) estimate of the trading hours, on adjusted prices,
 * v<sub>t</sub> = max(ln(O<sub>t</sub>/C<sub>t&minus;1</sub>)&sup2; + &frac12; ln(H<sub>t</sub>/L<sub>t</sub>)&sup2;
 * &minus; (2 ln 2 &minus; 1) ln(C<sub>t</sub>/O<sub>t</sub>)&sup2;, 10<sup>&minus;8</sup>).
 */
public final class RangeProxy {

    /** Below this a variance is not believed: a session without any move. */
    public static final double FLOOR = 1e-8;

    private static final double CLOSE_WEIGHT = 2 * StrictMath.log(2) - 1;

    private RangeProxy() {}

    /** The proxy of one session, a variance of log returns; NaN without a close before it: at session 0, after a break. */
    public static double at(PriceHistory visible, int session) {
        if (session == 0 || visible.breaksBefore(session)) {
            return Double.NaN;
        }
        // High over low and close over open are the same adjusted or not: the adjustment cancels.
        double overnight = StrictMath.log(
                visible.open(session) * visible.adjustment(session) / visible.adjustedClose(session - 1));
        double range = StrictMath.log(visible.high(session) / visible.low(session));
        double body = StrictMath.log(visible.close(session) / visible.open(session));
        return Math.max(overnight * overnight + 0.5 * (range * range) - CLOSE_WEIGHT * (body * body), FLOOR);
    }

    /** The proxy of every session of the view. */
    public static double[] of(PriceHistory visible) {
        double[] proxy = new double[visible.size()];
        for (int t = 0; t < proxy.length; t++) {
            proxy[t] = at(visible, t);
        }
        return proxy;
    }
}
