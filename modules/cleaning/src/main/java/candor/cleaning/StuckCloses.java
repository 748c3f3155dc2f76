// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.DeadRows.Stretch;
import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds closes that stand still while open, high and low go on. A close meets the one before by chance about once in as many
 * days as its range has cents, and more often as closes gather at round prices; or as often as those of the year on either
 * side do. A run of them is no chance where that makes it less likely than once in 100,000 rows. Days with a range of a few
 * cents say nothing, so that a price that an offer holds is left alone.
 */
final class StuckCloses {

    private static final double CHANCE = StrictMath.log(1e-5);

    private static final int FEWEST = 3;

    private static final int YEAR = 252;

    /** Closes gather at round prices so much. */
    private static final double GATHERED = 4;

    private static final double CENT = 0.01;

    /** Of prices below a dollar. */
    private static final double SMALLEST_STEP = 1e-4;

    private StuckCloses() {}

    /** @param ascending one row a session */
    static List<Stretch> of(List<RawBar> ascending) {
        List<Stretch> found = new ArrayList<>();
        int from = 1;
        while (from < ascending.size()) {
            int to = from;
            while (to < ascending.size() && isStuck(ascending, to)) {
                to++;
            }
            if (to - from >= FEWEST && chance(ascending, from, to) < CHANCE) {
                found.add(new Stretch(
                        from,
                        to,
                        "have a close of " + ascending.get(from).close()
                                + ", that of the row before, while the other prices go on"));
            }
            from = to + 1;
        }
        return found;
    }

    private static boolean isStuck(List<RawBar> rows, int i) {
        return rows.get(i).close() == rows.get(i - 1).close();
    }

    private static double chance(List<RawBar> rows, int from, int to) {
        double usual = GATHERED * usual(rows, from, to);
        return rows.subList(from, to).stream()
                .mapToDouble(row -> StrictMath.log(Math.min(1, Math.max(usual, byRange(row)))))
                .sum();
    }

    /** The share of the rows around whose close is that of the row before, with one more than were seen. */
    private static double usual(List<RawBar> rows, int from, int to) {
        int first = Math.max(1, from - YEAR);
        int last = Math.min(rows.size(), to + YEAR);
        long stuck = IntStream.range(first, last)
                .filter(i -> (i < from || i >= to) && isStuck(rows, i))
                .count();
        return (stuck + 1.0) / (last - first - (to - from) + 2.0);
    }

    private static double byRange(RawBar row) {
        double step = GATHERED * (row.close() >= 1 ? CENT : SMALLEST_STEP);
        double range = row.high() - row.low();
        return range > 0 ? step / (range + step) : 1;
    }
}
