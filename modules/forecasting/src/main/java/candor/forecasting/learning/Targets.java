package candor.forecasting.learning;

import candor.forecasting.market.PriceHistory;

/** What is forecast: log returns of the adjusted close after an origin. */
public final class Targets {

    private Targets() {}

    /**
     * The sum of the log returns of the sessions from+1..to, ln(P<sub>to</sub>/P<sub>from</sub>) on the adjusted close.
     *
     * @param visible a view that holds both sessions
     * @return NaN where the history breaks off between them
     */
    public static double logReturn(PriceHistory visible, int from, int to) {
        return visible.breaksBetween(from, to)
                ? Double.NaN
                : StrictMath.log(visible.adjustedClose(to) / visible.adjustedClose(from));
    }
}
