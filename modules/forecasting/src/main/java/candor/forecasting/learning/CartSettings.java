// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.learning;

/**
 * The size of a regression tree that stands alone, and when it is fitted.
 *
 * @param depth splits between root and leaf, 1 to 8
 * @param leastRows training rows in a leaf, &ge; 1
 * @param refitEvery sessions between fits, counted from the first origin, &ge; 1; a fit waits for a refit of the other
 *     candidates
 */
public record CartSettings(int depth, int leastRows, int refitEvery) implements HyperParameters {

    private static final int FEW_ROWS = 20;
    private static final int A_QUARTER = 63;

    public CartSettings {
        require(depth >= 1 && depth <= 8, "depth", depth, "1 to 8");
        require(leastRows >= 1, "leastRows", leastRows, "at least 1");
        require(refitEvery >= 1, "refitEvery", refitEvery, "at least 1");
    }

    /** At most four leaves of a year's sessions each. */
    public static CartSettings standard() {
        return new CartSettings(2, 252, 252);
    }

    @Override
    public CartSettings light() {
        return new CartSettings(depth, Math.min(leastRows, FEW_ROWS), Math.min(refitEvery, A_QUARTER));
    }

    private static void require(boolean held, String field, int value, String wanted) {
        if (!held) {
            throw new IllegalArgumentException("candidates.cart." + field + " is " + value + "; want " + wanted);
        }
    }
}
