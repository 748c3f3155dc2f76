// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.DeadRows.Stretch;
import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds rows that repeat other rows of the file in order: a week written twice, or two rows in turn, as feeds and joined
 * files have them. Only prices are compared: volumes may go on.
 *
 * <p>Three rows or more, two of them different and each with a range, repeat those a fixed number of rows before them. That
 * may be chance where prices have few values, as of a stock of cents. So a stretch is a repetition only where chance makes one
 * less often than once in 100,000 files: each row of it repeats another no likelier than the rows of the year on either side
 * repeat one of the year before them.
 */
final class Repetitions {

    private static final double CHANCE = StrictMath.log(1e-5);

    private static final int FEWEST = 3;

    private static final int YEAR = 252;

    private final List<RawBar> rows;

    /** The row before with the same four prices, or −1; also for rows without a close. */
    private final int[] earlier;

    private Repetitions(List<RawBar> rows) {
        this.rows = rows;
        this.earlier = new int[rows.size()];
        index();
    }

    /** @param ascending one row a session */
    static List<Stretch> of(List<RawBar> ascending) {
        return new Repetitions(ascending).stretches();
    }

    private void index() {
        int mask = Integer.highestOneBit(Math.max(1, rows.size())) * 4 - 1;
        int[] latest = new int[mask + 1];
        Arrays.fill(latest, -1);
        for (int i = 0; i < rows.size(); i++) {
            if (!(rows.get(i).close() > 0)) {
                earlier[i] = -1;
                continue;
            }
            int slot = hash(rows.get(i)) & mask;
            while (latest[slot] >= 0 && !isSame(latest[slot], i)) {
                slot = (slot + 1) & mask;
            }
            earlier[i] = latest[slot];
            latest[slot] = i;
        }
    }

    private static int hash(RawBar row) {
        long bits = 31 * Double.doubleToLongBits(row.close()) + Double.doubleToLongBits(row.high());
        bits = 31 * (31 * bits + Double.doubleToLongBits(row.low())) + Double.doubleToLongBits(row.open());
        return Long.hashCode(bits * 0x9E3779B97F4A7C15L);
    }

    private boolean isSame(int i, int j) {
        RawBar one = rows.get(i);
        RawBar other = rows.get(j);
        return one.close() == other.close()
                && one.open() == other.open()
                && one.high() == other.high()
                && one.low() == other.low();
    }

    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int back = from - earlier[from];
            int to = from + 1;
            if (earlier[from] >= 0 && back > 1) {
                while (to < rows.size() && isSame(to, to - back)) {
                    to++;
                }
                if (to - from >= FEWEST && isNoChance(from, to)) {
                    found.add(new Stretch(from, to, finding(from, to, back)));
                }
            }
            from = to;
        }
        return found;
    }

    private boolean isNoChance(int from, int to) {
        long telling = IntStream.range(from, to).filter(this::hasRange).count();
        boolean differ = IntStream.range(from + 1, to).anyMatch(i -> hasRange(i) && !isSame(from, i));
        return differ && StrictMath.log(rows.size()) + telling * StrictMath.log(usual(from, to)) < CHANCE;
    }

    /** The share of the rows around that repeat another, with one more than were seen. */
    private double usual(int from, int to) {
        int seen = 0;
        int repeated = 0;
        for (int i = Math.max(0, from - YEAR); i < Math.min(rows.size(), to + YEAR); i++) {
            if ((i < from || i >= to) && hasRange(i)) {
                seen++;
                repeated += earlier[i] >= 0 && i - earlier[i] <= YEAR ? 1 : 0;
            }
        }
        return (repeated + 1.0) / (seen + 2.0);
    }

    private boolean hasRange(int i) {
        return rows.get(i).high() > rows.get(i).low();
    }

    private String finding(int from, int to, int back) {
        int last = Math.min(to - 1, from + back - 1);
        return "repeat the prices of those from " + rows.get(from - back).session() + " to "
                + rows.get(last - back).session();
    }
}
