// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;

/**
 * Finds rows of a feed that died and goes on: prices that stand still, with no volume or that of the row before.
 *
 * <p>A quiet row has all four prices of the row before it, or the close before it as all four; without volume, or with that
 * of the row before, all four prices within an eighth of the usual range of it. Stocks that trade
 * seldom have many, so that being quiet proves nothing. A run of them is dead where the stock's own rows around it, up to
 * a year on either side, make so long a run less likely than once in 100,000 rows ({@link Quiet}), and where it is
 * three times as long as any other in a stock that is often quiet, in five runs or more. Where there are no more, those that
 * are dead, or could hardly be a stock's own, are no habit by which another is judged. A single quiet row without volume is
 * left alone inside a series: it may be a day without a trade, and as a gap it would tell no more.
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

    /**
     * So seldom a run may come by chance in a stock without any other before it counts as no habit of the stock, whatever
     * else there is.
     */
    private static final double NO_HABIT = 1e-10;

    /** A row whose prices all lie within such a share of the usual range of the close before stands still. */
    private static final double COLLAPSED = 0.125;

    private final List<RawBar> rows;
    private final boolean[] quiet;
    private final Volumes[] volumes;
    private final List<Run> runs;
    private final boolean withVolume;

    /** Of these kinds there are no more than a few runs; more are a habit, however long. */
    private final Set<Volumes> few = EnumSet.noneOf(Volumes.class);

    /** Rows that say nothing of the stock's habits. */
    private boolean[] foreign;

    private Liveness(List<RawBar> ascending, boolean withVolume) {
        this.rows = ascending;
        this.withVolume = withVolume;
        this.quiet = new boolean[rows.size()];
        this.volumes = new Volumes[rows.size()];
        double still = withVolume ? COLLAPSED * usualRange() : 0;
        for (int i = 1; i < quiet.length; i++) {
            volumes[i] = Volumes.of(rows.get(i - 1), rows.get(i), withVolume);
            quiet[i] = isQuiet(rows.get(i - 1), rows.get(i))
                    || (volumes[i] != Volumes.ALIVE && isWithin(still, rows.get(i - 1), rows.get(i)));
        }
        this.runs = runs();
        for (Volumes kind : Volumes.values()) {
            if (runs.stream().filter(run -> run.volumes() == kind).count() <= HABIT) {
                few.add(kind);
            }
        }
        this.foreign = quiet;
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
        return liveness.runs.isEmpty() ? List.of() : liveness.dead();
    }

    /** Longest first; those found are taken out of the habits by which the rest is judged again. */
    private List<Run> dead() {
        foreign = ofRunsThatAreNoHabit();
        Set<Run> dead = new HashSet<>();
        List<Run> open = runs.stream()
                .filter(run -> run.length() >= shortest(run))
                .sorted(Comparator.comparingInt(run -> -run.length()))
                .toList();
        int before = -1;
        while (dead.size() > before) {
            before = dead.size();
            for (Run run : open) {
                if (!dead.contains(run) && isDead(run)) {
                    dead.add(run);
                    disown(run, foreign);
                }
            }
        }
        return runs.stream().filter(dead::contains).toList();
    }

    private boolean[] ofRunsThatAreNoHabit() {
        boolean[] own = new boolean[quiet.length];
        for (Run run : runs) {
            if (few.contains(run.volumes()) && chance(run, quiet) < NO_HABIT) {
                disown(run, own);
            }
        }
        return own;
    }

    private void disown(Run run, boolean[] of) {
        if (few.contains(run.volumes())) {
            Arrays.fill(of, run.from(), run.to(), true);
        }
    }

    private double chance(Run run, boolean[] passedOver) {
        return Quiet.around(run, rows, passedOver, quiet, volumes, withVolume).chance(run);
    }

    /** The middle range of the rows with volume, relative to the close. */
    private double usualRange() {
        double[] ranges = rows.stream()
                .filter(row -> row.volume() > 0 && row.high() > row.low() && row.close() > 0)
                .mapToDouble(row -> (row.high() - row.low()) / row.close())
                .sorted()
                .toArray();
        return ranges.length == 0 ? 0 : ranges[ranges.length / 2];
    }

    private static boolean isWithin(double share, RawBar before, RawBar row) {
        double most = share * before.close();
        return row.close() > 0
                && row.high() - before.close() <= most
                && before.close() - row.low() <= most
                && Math.abs(row.open() - before.close()) <= most
                && Math.abs(row.close() - before.close()) <= most;
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
                .filter(other ->
                        other.volumes() == run.volumes() && other.from() != run.from() && !foreign[other.from()])
                .mapToInt(Run::length)
                .summaryStatistics();
        boolean often = others.getCount() >= HABIT && others.getSum() > OFTEN * rows.size();
        if (often && run.length() <= TIMES_LONGEST * others.getMax()) {
            return false;
        }
        return chance(run, foreign) < CHANCE || chance(run, new boolean[quiet.length]) < CHANCE;
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
