package candor.forecasting.synthetic;

/**
 * The log price within one session relative to the close before (after dividend and split): a gap with drift, a part of
 * the variance and the jumps, then a random walk in {@link #STEPS} equal steps.
 *
 * @param open log return from the close before to the open
 * @param high the same to the highest price of the walk
 * @param low the same to the lowest
 * @param close the same to the close: the session's log return
 * @param diffusion the return without drift and jumps, over its standard deviation: standard normal
 */
record TradingDay(double open, double high, double low, double close, double diffusion) {

    /** Five-minute steps of a full session. */
    static final int STEPS = 78;

    /** Share of the diffusion's variance that falls on the night. */
    static final double OVERNIGHT_SHARE = 0.25;

    /** Log return per session that is not chance. */
    static final double DRIFT = 0.0003;

    /** Jumps per session, on average: five a year. */
    static final double JUMP_INTENSITY = 0.02;

    /** Standard deviation of a jump in log price; its mean is zero. */
    static final double JUMP_DEVIATION = 0.05;

    /** Variance of a session's jumps. */
    static final double JUMP_VARIANCE = JUMP_INTENSITY * JUMP_DEVIATION * JUMP_DEVIATION;

    static TradingDay draw(double variance, RandomStream random) {
        double night = Math.sqrt(OVERNIGHT_SHARE * variance) * random.gaussian();
        double open = DRIFT + night + jumps(random);
        double step = Math.sqrt((1 - OVERNIGHT_SHARE) * variance / STEPS);
        double level = open;
        double high = open;
        double low = open;
        for (int k = 0; k < STEPS; k++) {
            level += step * random.gaussian();
            high = Math.max(high, level);
            low = Math.min(low, level);
        }
        return new TradingDay(open, high, low, level, (night + level - open) / Math.sqrt(variance));
    }

    private static double jumps(RandomStream random) {
        double sum = 0;
        for (int left = random.poisson(JUMP_INTENSITY); left > 0; left--) {
            sum += JUMP_DEVIATION * random.gaussian();
        }
        return sum;
    }
}
