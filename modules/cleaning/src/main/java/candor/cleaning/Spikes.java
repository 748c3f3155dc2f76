// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets rows aside whose close goes far away and comes back to where it was, within a week and with ordinary volume: a
 * misprint. A market that moves so trades wildly, and does not come back to the price.
 */
final class Spikes {

    static final String RULE = "there-and-back";

    /** As logarithm: smaller moves are never looked at. */
    private static final double SMALLEST = 0.15;

    private static final int LONGEST = 5;

    /** So many times as large as any move of the month before. */
    private static final double TIMES_LARGEST = 2;

    /** By which the price may miss where it was: a day's own move, within a share of the way. */
    private static final double MISS = 3;

    private static final double SHARE = 1 / 6.0;

    private final List<RawBar> rows;
    private final LogPrices levels;
    private final Turnover turnover;

    private Spikes(List<RawBar> rows) {
        this.rows = rows;
        this.levels = LogPrices.of(rows.stream().map(RawBar::close).toList());
        this.turnover = new Turnover(rows.stream().mapToDouble(RawBar::volume).toArray());
    }

    /** @param ascending rows whose prices are possible */
    static List<RawBar> setAside(List<RawBar> ascending, CleaningLog log) {
        Spikes spikes = new Spikes(ascending);
        List<RawBar> kept = new ArrayList<>(ascending.size());
        for (int t = 0; t < ascending.size(); t++) {
            int end = t == 0 ? 0 : spikes.end(t);
            for (; t < end; t++) {
                spikes.quarantine(t, end, log);
            }
            kept.add(ascending.get(t));
        }
        return kept;
    }

    /** The row at which the price is back from a move at t, or 0. */
    private int end(int t) {
        double move = levels.step(t);
        if (Math.abs(move) < SMALLEST
                || namesSplit(t)
                || !levels.isClear(t, 1)
                || !levels.exceedsTheMonth(t, TIMES_LARGEST)
                || !turnover.isCalm(t, 0)) {
            return 0;
        }
        double near = Math.min(SHARE * Math.abs(move), MISS * levels.noise(t));
        for (int k = t + 1; k < rows.size() && k <= t + LONGEST; k++) {
            if (namesSplit(k)) {
                return 0;
            }
            double left = levels.between(t - 1, k);
            if (Math.abs(left) <= near) {
                return turnover.isCalm(k, 0) ? k : 0;
            }
            if (Math.abs(left) < Math.abs(move) / 2) {
                return 0;
            }
        }
        return 0;
    }

    /** Closes as they were traded move by the ratio, and that is no misprint. */
    private boolean namesSplit(int t) {
        return rows.get(t).split() > 0;
    }

    private void quarantine(int t, int end, CleaningLog log) {
        RawBar row = rows.get(t);
        RawBar after = rows.get(end);
        log.quarantine(
                row,
                "close",
                Double.toString(row.close()),
                RULE,
                "the close, " + row.close() + ", is far from those around, such as " + after.close() + " on "
                        + after.session() + ", and the volume of those days is ordinary");
    }
}
