// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.cleaning.Liveness.Run;
import candor.cleaning.Liveness.Volumes;
import candor.store.port.RawBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often a stock is quiet without a fault, by the rows around a run: up to 252 on either side, without those of the
 * run itself.
 */
final class Quiet {

    private static final int YEAR = 252;

    /** With fewer rows around nothing is known of a stock's habits. */
    private static final int FEWEST = 10;

    /** The chance of a quiet row after a quiet one where none was seen: hardly any, but runs come in clusters. */
    private static final double NEXT = 0.05;

    /** At most so, where few other runs were seen: a long one among them may be of a dead feed too. */
    private static final double MOST_OF_FEW = 0.35;

    /** Volumes spread more widely at their lower end than a lognormal distribution has it, and never less than so. */
    private static final double SPREAD = 1.5;

    private static final double SMALLEST_SPREAD = 0.75;

    /** Neighbouring volumes are so much more often equal than any two of the year. */
    private static final double NEIGHBOURS = 4;

    private final boolean withVolume;
    private final List<Double> volumes = new ArrayList<>();
    private int rows;
    private int quietRows;
    private int quietRuns;
    private int sameClose;
    private int samePrices;
    private int silent;

    private Quiet(boolean withVolume) {
        this.withVolume = withVolume;
    }

    /** @param foreign rows that are not the stock's own, which are passed over */
    static Quiet around(
            Run run, List<RawBar> all, boolean[] foreign, boolean[] quiet, Volumes[] kinds, boolean withVolume) {
        Quiet found = new Quiet(withVolume);
        for (int i = run.from() - 1, left = YEAR; i > 0 && left > 0; i--) {
            left -= found.add(run, all, i, foreign, quiet, kinds);
        }
        for (int i = run.to(), left = YEAR; i < all.size() && left > 0; i++) {
            left -= found.add(run, all, i, foreign, quiet, kinds);
        }
        found.volumes.sort(null);
        return found;
    }

    /** The number of rows added, 0 or 1. */
    private int add(Run run, List<RawBar> all, int i, boolean[] foreign, boolean[] quiet, Volumes[] kinds) {
        if (foreign[i]) {
            return 0;
        }
        boolean ofKind = quiet[i] && kinds[i] == run.volumes();
        boolean continues = ofKind && quiet[i - 1] && kinds[i - 1] == run.volumes();
        quietRows += ofKind ? 1 : 0;
        quietRuns += ofKind && !continues ? 1 : 0;
        samePrices += quiet[i] ? 1 : 0;
        add(all.get(i - 1), all.get(i));
        return 1;
    }

    private void add(RawBar before, RawBar row) {
        rows++;
        sameClose += row.close() == before.close() ? 1 : 0;
        if (row.volume() > 0) {
            volumes.add(row.volume());
        } else {
            silent++;
        }
    }

    /** The chance that such a run begins at a given row. */
    double chance(Run run) {
        if (rows < FEWEST) {
            return 1;
        }
        double seen = quietRuns == 0 ? NEXT : (quietRows - quietRuns + 1.0) / (quietRows + 2.0);
        double next = quietRuns < Liveness.HABIT ? Math.min(seen, MOST_OF_FEW) : seen;
        return first(run.volumes()) * StrictMath.pow(next, run.length() - 1);
    }

    private double first(Volumes kind) {
        if (quietRuns > 0) {
            return (double) quietRuns / rows;
        }
        double still = (sameClose + 1.0) / (rows + 2.0);
        return switch (kind) {
            case NONE -> withVolume ? Math.max(noTrade(), still * silent / rows) : still / (rows + 2.0);
            case REPEATED -> (samePrices + 1.0) / (rows + 2.0) * Math.min(1, NEIGHBOURS * equalVolumes());
            case ALIVE -> still / (rows + 2.0);
        };
    }

    /** At most the chance of a day without a trade, by how far the logarithms of volumes lie above that of one share. */
    private double noTrade() {
        if (volumes.size() < FEWEST) {
            return 1;
        }
        double[] logs = volumes.stream().mapToDouble(StrictMath::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double variance =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / (logs.length - 1);
        double z = Math.max(0, mean) / (SPREAD * Math.max(SMALLEST_SPREAD, Math.sqrt(variance)));
        return StrictMath.exp(-z * z / 2) / 2;
    }

    /** The share of pairs of equal volumes among all pairs, with one more than was seen. */
    private double equalVolumes() {
        double equal = 1;
        int same = 0;
        for (int i = 1; i < volumes.size(); i++) {
            same = volumes.get(i).equals(volumes.get(i - 1)) ? same + 1 : 0;
            equal += same;
        }
        return equal / Math.max(1, volumes.size() * (volumes.size() - 1.0) / 2);
    }
}
