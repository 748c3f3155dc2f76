// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.report;

/**
 * Losses as people count them: in percent of the price and of a sum of money. Documents hold losses as positive log
 * returns, which are larger: a log loss of 0.27 is 23.7 % of the price.
 */
public final class PriceLoss {

    /** The sum that examples speak of, in dollars: every price is in dollars, cleaning rejects others. */
    public static final int SUM = 10_000;

    private PriceLoss() {}

    /**
     * The share of the price, from a positive log loss. Of an expected shortfall, a mean of log losses, it is the most that
     * the mean loss can be: exp bends the mean in the holder's favour.
     */
    public static double share(double logLoss) {
        return -StrictMath.expm1(-logLoss);
    }

    /** Whole dollars of {@link #SUM} that the loss takes. */
    public static long ofSum(double logLoss) {
        return StrictMath.round(SUM * share(logLoss));
    }
}
