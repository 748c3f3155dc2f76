package candor.forecasting.evaluation.loss;

/** The interval score (Gneiting &amp; Raftery 2007): width, and a fine for every outcome outside. */
public final class IntervalLoss {

    private IntervalLoss() {}

    /**
     * With a = 1 - nominal: (u - l) + 2/a max(l - y, 0) + 2/a max(y - u, 0), which is 2/a times the pinball losses of both
     * ends.
     *
     * @param nominal coverage, in (0, 1)
     */
    public static double of(double lower, double upper, double nominal, double realised) {
        double tail = (1 - nominal) / 2;
        return (PinballLoss.of(lower, tail, realised) + PinballLoss.of(upper, 1 - tail, realised)) / tail;
    }
}
