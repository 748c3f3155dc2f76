package candor.benchmarks.repair;

/**
 * An amount of cash every so many sessions, set by the price at the first payment and seldom changed, as companies do:
 * the price moves on, the amount does not.
 */
final class Regular implements DividendPlan {

    private static final int SESSIONS_PER_YEAR = 252;
    private static final double CUT = 3;
    private static final double LARGEST = 0.15;

    private final Draw draw;
    private final int every;
    private final int offset;
    private final double yield;
    private final double jitter;
    private final double growth;
    private double amount;

    /**
     * @param yield of the price at the first payment
     * @param jitter factor by which amounts differ, 1 for none
     * @param growth a year, as a factor
     */
    Regular(Draw draw, int every, double yield, double jitter, double growth) {
        this.draw = draw;
        this.every = every;
        this.offset = draw.whole(1, every);
        this.yield = yield;
        this.jitter = jitter;
        this.growth = growth;
    }

    @Override
    public Cash on(int session, double before) {
        if (session % every != offset % every) {
            return Cash.NONE;
        }
        // the first rate, or a lower one where the price has left it behind
        if (amount == 0 || amount > CUT * yield * before) {
            amount = before * yield;
        }
        double years = (double) session / SESSIONS_PER_YEAR;
        double paid = amount * StrictMath.pow(growth, Math.floor(years)) * (jitter == 1 ? 1 : draw.around(1, jitter));
        return Cash.of(Amounts.rounded(Math.min(paid, before * LARGEST)));
    }
}
