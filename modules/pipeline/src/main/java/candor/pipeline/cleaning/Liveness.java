// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.cleaning;

import candor.pipeline.port.RawBar;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * Finds rows of a feed that died and goes on: prices that stand still, with no volume or that of the row before.
 *
 * <p>A quiet row has all four prices of the row before it, or the close before it as all four. Stocks that trade
 * seldom have many, so that being quiet proves nothing. A run of them is dead where the stock's own rows around it, up to
 * a year on either side, make so long a run less likely than once in 100,000 rows ({@link Quiet}), and where it is
 * three times as long as any other in a stock that is often quiet, in five runs or more. A single quiet row without volume is left alone
 * inside a series: it may be a day without a trade, and as a gap it would tell no more.
 */
final class Liveness {

    static final String RULE = "dead-rows";

    /** Once in so many rows a run may be called dead by chance. */
    private static final double CHANCE = 1e-5;

    /** Inside a series, and with volumes that live on, runs are at least so long. */
    private static final int SHORTEST_INSIDE = 2;

    private static final int SHORTEST_BESIDE_LIVE_VOLUME = 3;

    /** In a stock that is quiet on a larger share of its days, runs must exceed the longest other this many times. */
    private static final double OFTEN = 0.02;

    private static final int TIMES_LONGEST = 3;

    /** A habit shows in at least so many other runs: one or two long ones may be dead as well. */
    static final int HABIT = 5;

    private final List<RawBar> rows;
    private final boolean[] quiet;
    private final Volumes[] volumes;
    private final List<Run> runs;
    private final boolean withVolume;

    private Liveness(List<RawBar> ascending, boolean withVolume) {
        this.rows = ascending;
        this.withVolume = withVolume;
        this.quiet = new boolean[rows.size()];
        this.volumes = new Volumes[rows.size()];
        for (int i = 1; i < quiet.length; i++) {
            quiet[i] = isQuiet(rows.get(i - 1), rows.get(i));
            volumes[i] = Volumes.of(rows.get(i - 1), rows.get(i), withVolume);
        }
        this.runs = runs();
    }

    /** What the volumes of a quiet row say. */
    enum Volumes {
        NONE,
        REPEATED,
        ALIVE;

        static Volumes of(RawBar before, RawBar row, boolean withVolume) {
            if (!withVolume || !(row.volume() > 0)) {
                return NONE;
            }
            return row.volume() == before.volume() ? REPEATED : ALIVE;
        }
    }

    /** Quiet rows from (inclusive) to (exclusive) whose volumes say the same. */
    record Run(int from, int to, Volumes volumes) {

        int length() {
            return to - from;
        }
    }

    /**
     * The runs of dead rows.
     *
     * @param ascending one row a session
     * @param withVolume whether the source has volumes
     */
    static List<Run> dead(List<RawBar> ascending, boolean withVolume) {
        Liveness liveness = new Liveness(ascending, withVolume);
        return liveness.runs.stream().filter(liveness::isDead).toList();
    }

    private static boolean isQuiet(RawBar before, RawBar row) {
        boolean flat = row.open() == row.close() && row.high() == row.close() && row.low() == row.close();
        boolean same = row.open() == before.open() && row.high() == before.high() && row.low() == before.low();
        return row.close() > 0 && row.close() == before.close() && (flat || same);
    }

    private List<Run> runs() {
        List<Run> found = new ArrayList<>();
        int from = 1;
        while (from < quiet.length) {
            int to = from + 1;
            if (quiet[from]) {
                while (to < quiet.length && quiet[to] && volumes[to] == volumes[from]) {
                    to++;
                }
                found.add(new Run(from, to, volumes[from]));
            }
            from = to;
        }
        return found;
    }

    private boolean isDead(Run run) {
        if (run.length() < shortest(run)) {
            return false;
        }
        IntSummaryStatistics others = runs.stream()
                .filter(other -> other.volumes() == run.volumes() && other.from() != run.from())
                .mapToInt(Run::length)
                .summaryStatistics();
        boolean often = others.getCount() >= HABIT && others.getSum() > OFTEN * rows.size();
        if (often && run.length() <= TIMES_LONGEST * others.getMax()) {
            return false;
        }
        return Quiet.around(run, rows, quiet, volumes, withVolume).chance(run) < CHANCE;
    }

    private int shortest(Run run) {
        boolean atEnd = run.to() == rows.size();
        return switch (run.volumes()) {
            case NONE -> atEnd ? 1 : SHORTEST_INSIDE;
            case REPEATED -> 1;
            case ALIVE -> SHORTEST_BESIDE_LIVE_VOLUME;
        };
    }
}
