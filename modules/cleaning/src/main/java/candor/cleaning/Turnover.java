// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import java.util.Arrays;

/** What the volume of a day says: a market that moves a price by a fifth or more trades many times what it did before. */
final class Turnover {

    private static final int MONTH = 21;

    /** As logarithm: no more than an ordinary day's. */
    private static final double CALM = 0.6;

    private final double[] volumes;

    /** @param volumes ascending by session */
    Turnover(double[] volumes) {
        this.volumes = volumes;
    }

    /** The logarithm of the volume at t over the middle one of the month before; NaN where either is not known. */
    double excess(int t) {
        double[] before = Arrays.copyOfRange(volumes, Math.max(0, t - MONTH), t);
        Arrays.sort(before);
        double usual = before.length == 0 ? 0 : before[before.length / 2];
        return usual > 0 && volumes[t] > 0 ? StrictMath.log(volumes[t] / usual) : Double.NaN;
    }

    /**
     * Whether the volume at t is known, and that of an ordinary day.
     *
     * @param counted by which a split multiplies shares, as logarithm; 0 where there is none
     */
    boolean isCalm(int t, double counted) {
        return t >= MONTH && excess(t) <= CALM + Math.max(0, counted);
    }
}
