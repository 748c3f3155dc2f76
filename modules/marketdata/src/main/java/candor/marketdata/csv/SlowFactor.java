// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import java.math.BigDecimal;

/**
 * Judges, session after session, whether a column follows Close by a factor as that of an adjusted close: it moves on few
 * sessions or by little beside the price, never falls but by rounding, and rises over the time by what dividends or splits
 * take out of the price. A column that differs from Close by noise, a price of another time of the day, an average or an
 * exchange rate is none; nor is one that equals Close or a multiple of it, as that gives the same returns.
 */
final class SlowFactor {

    /** Two years: with quarterly dividends eight of them. A forecast takes twice as many bars. */
    private static final int ENOUGH = 504;

    /** Sessions on which the close moved: while it stands still, much looks like it. */
    private static final int ENOUGH_MOVES = 100;

    /** Of the rows with a close, how many must have the other price, too. */
    private static final double LEAST_FILLED = 0.9;

    /** Of the sessions on which the close moved: some funds pay every week. */
    private static final double MOST_STEPS = 0.25;

    /** Beside the mean daily move of the close, below which the factor counts as standing still. */
    private static final double STILL = 0.05;

    /** What dividends must add up to before they matter. */
    private static final double LEAST_RISE = 0.001;

    private static final double MOST_FALL = 0.1;

    /** Beyond any ordinary dividend: a split. */
    private static final double SPLIT = StrictMath.log(1.2);

    private static final double SINGLE_PRECISION = 1e-6;
    private static final int MOST_DECIMALS = 8;

    private int rows;
    private int compared;
    private int moves;
    private int steps;
    private int closeDecimals;
    private int otherDecimals;
    private double close;
    private double other;
    private double factor;
    private double rounding;
    private double moved;
    private double taken;
    private double first;
    private double highest;
    private double fall;
    private boolean ruledOut;

    /** The next session; a price that is not positive is unknown. */
    void add(double nextClose, double nextOther) {
        if (!isPrice(nextClose)) {
            return;
        }
        rows++;
        if (!isPrice(nextOther)) {
            return;
        }
        closeDecimals = Math.max(closeDecimals, decimals(nextClose));
        otherDecimals = Math.max(otherDecimals, decimals(nextOther));
        double nextRounding = SINGLE_PRECISION + half(closeDecimals) / nextClose + half(otherDecimals) / nextOther;
        double nextFactor = StrictMath.log(nextOther / nextClose);
        if (compared++ == 0) {
            first = nextFactor;
            highest = nextFactor;
        } else {
            step(nextClose, nextOther, nextFactor, rounding + nextRounding);
        }
        close = nextClose;
        other = nextOther;
        factor = nextFactor;
        rounding = nextRounding;
    }

    private void step(double nextClose, double nextOther, double nextFactor, double uncertain) {
        double step = nextFactor - factor;
        double move = Math.abs(StrictMath.log(nextClose / close));
        moved += move;
        moves += move > 0 ? 1 : 0;
        if (Math.abs(step) > uncertain + STILL * moved / Math.max(1, moves)) {
            steps++;
        }
        if (Math.abs(step) > SPLIT) {
            // A split moves the close and leaves what is adjusted where it was.
            ruledOut |= Math.abs(StrictMath.log(nextOther / other)) > move;
            taken += Math.min(step, 0);
        }
        double level = nextFactor - taken;
        highest = Math.max(highest, level);
        fall = Math.max(fall, highest - level - uncertain);
    }

    /** Whether it does so far. */
    boolean follows() {
        double rise = factor - taken - first;
        return !ruledOut
                && compared >= ENOUGH
                && moves >= ENOUGH_MOVES
                && compared >= LEAST_FILLED * rows
                && steps <= MOST_STEPS * moves
                && rise > LEAST_RISE + 2 * rounding
                && fall <= MOST_FALL * rise;
    }

    private static boolean isPrice(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static int decimals(double value) {
        return Math.clamp(BigDecimal.valueOf(value).stripTrailingZeros().scale(), 0, MOST_DECIMALS);
    }

    private static double half(int decimals) {
        return 0.5 / StrictMath.pow(10, decimals);
    }
}
