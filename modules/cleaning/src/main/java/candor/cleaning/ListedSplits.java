// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits of a source without adjusted closes, held against its closes, which should be as traded. With c the log step of
 * the close at the split and s the log of its ratio, c + s is about 0. Where it is not, the step itself says why:
 *
 * <ul>
 *   <li>s: closes show no step, they are restated already, and the split must not be applied again;
 *   <li>2 s: closes step by the inverse, which was listed for the ratio;
 *   <li>−s, here or a few rows before: closes step once too often, as older prices that were not restated were taken for
 *       restated ones;
 *   <li>s, with −s at a row near: closes step there, and the ex-date is off;
 *   <li>0 or −s, with s at a row soon after: the rows between were restated once too often.
 * </ul>
 *
 * Each has to fit to within what a day moves, and the ratio to be far beyond that: then nothing else has that size.
 */
final class ListedSplits {

    private static final String APPLIED = "split-applied";
    private static final String INVERTED = "split-inverted";
    /** The same rule by which repair brings rows to the level of others. */
    static final String LEVEL = "split-level";

    private static final String EX_DATE = "split-ex-date";

    /** Days between an ex-date and the row at which closes step. */
    private static final long NEAR = 30;

    /** Rows on either side that show the usual volume. */
    private static final int AROUND = 10;

    /** As logarithm: what volumes differ by between neighbouring fortnights, seldom more. */
    private static final double CLEAR = 1.5;

    private final List<RawBar> rows;
    private final CleaningLog log;
    private final SortedMap<LocalDate, Double> applied = new TreeMap<>();

    private ListedSplits(List<RawBar> rows, CleaningLog log) {
        this.rows = new ArrayList<>(rows);
        this.log = log;
    }

    /**
     * The rows with splits put right.
     *
     * @param applied ratios of those that the closes were adjusted for already, and that were taken out
     */
    record Settled(List<RawBar> rows, SortedMap<LocalDate, Double> applied) {}

    /**
     * The rows with splits, or prices before them, put right where that is proved.
     *
     * @param rows as traded, ascending, one a session, each with a close
     * @param ruled sessions whose split a person has named
     */
    static Settled settled(List<RawBar> rows, Set<LocalDate> ruled, CleaningLog log) {
        ListedSplits splits = new ListedSplits(rows, log);
        for (int i = rows.size() - 1; i > 0; i--) {
            if (splits.ratio(i) != 1 && !ruled.contains(rows.get(i).session())) {
                splits.settle(i);
            }
        }
        return new Settled(splits.rows, splits.applied);
    }

    private double ratio(int i) {
        double split = rows.get(i).split();
        return split > 0 && split < Double.POSITIVE_INFINITY ? split : 1;
    }

    private LogPrices levels() {
        double[] logs = new double[rows.size()];
        double applied = 0;
        for (int i = 0; i < logs.length; i++) {
            applied += StrictMath.log(ratio(i));
            logs[i] = StrictMath.log(rows.get(i).close()) + applied;
        }
        return new LogPrices(logs);
    }

    private void settle(int i) {
        LogPrices levels = levels();
        double split = StrictMath.log(ratio(i));
        double step = levels.step(i);
        int back = stepNear(i, levels, split);
        if (levels.fits(i, step, split)) {
            int shown = stepNear(i, levels, -split);
            if (shown >= 0) {
                move(i, shown);
            } else {
                takeOut(i);
            }
        } else if (levels.fits(i, step, 2 * split)) {
            name(
                    i,
                    1 / ratio(i),
                    INVERTED,
                    "the close steps from " + rows.get(i - 1).close() + " to "
                            + rows.get(i).close() + ", as by the inverse of the ratio that is listed");
        } else if (levels.fits(i, step, -split)) {
            if (back > i) {
                raise(i, back);
            } else {
                lower(i, i);
            }
        } else if (!levels.isBeyondNoise(i)) {
            int end = stepNear(i, levels, -split);
            if (back > i) {
                raise(i, back);
                takeOut(i);
            } else if (end >= 0 && end < i) {
                lower(i, end);
            }
        }
    }

    /** The row nearest to i, but not i, at which the level steps so, or −1. */
    private int stepNear(int i, LogPrices levels, double wanted) {
        for (int distance = 1; distance <= NEAR; distance++) {
            for (int t : new int[] {i + distance, i - distance}) {
                if (t > 0
                        && t < rows.size()
                        && ratio(t) == 1
                        && isNear(i, t)
                        && levels.fits(t, levels.step(t), wanted)) {
                    return t;
                }
            }
        }
        return -1;
    }

    private boolean isNear(int i, int t) {
        return Math.abs(ChronoUnit.DAYS.between(
                        rows.get(t).session(), rows.get(i).session()))
                <= NEAR;
    }

    private void takeOut(int i) {
        applied.put(rows.get(i).session(), ratio(i));
        name(i, 0, APPLIED, "the closes show no step by it, they are adjusted for it already");
    }

    private void move(int from, int to) {
        double ratio = ratio(from);
        String evidence = "the closes step by the ratio on " + rows.get(to).session() + ", not on "
                + rows.get(from).session() + ", where it is listed";
        name(from, 0, EX_DATE, evidence);
        name(to, ratio, EX_DATE, evidence);
    }

    private void name(int i, double split, String rule, String evidence) {
        RawBar row = rows.get(i);
        log.repair(row, "split", row.split(), split, rule, "line " + row.line() + ": " + evidence);
        rows.set(i, row.withActions(row.dividend(), split, row.capitalGain()));
    }

    /** Brings the rows before {@code end} down to the level of those after it. */
    private void lower(int split, int end) {
        double ratio = ratio(split);
        boolean volumesToo = volumesAreMiscounted(end, StrictMath.log(ratio));
        String evidence = stepsWithoutNeed(split, end)
                + ": prices before it were as traded when they were taken for restated ones";
        for (int i = 0; i < end; i++) {
            scale(i, 1 / ratio, volumesToo ? ratio : 1, evidence);
        }
    }

    /** Brings the rows from the split to {@code end} (exclusive) up to the level of those after it. */
    private void raise(int split, int end) {
        String evidence = stepsWithoutNeed(split, end) + ": it was applied to the rows before once too often";
        for (int i = split; i < end; i++) {
            scale(i, ratio(split), 1, evidence);
        }
    }

    private String stepsWithoutNeed(int split, int row) {
        return "the closes step by the ratio of the split " + Ratio.text(ratio(split)) + " of "
                + rows.get(split).session() + " on " + rows.get(row).session() + " without need";
    }

    private void scale(int i, double prices, double volume, String evidence) {
        RawBar row = rows.get(i);
        RawBar scaled = row.withPrices(
                        row.open() * prices, row.high() * prices, row.low() * prices, row.close() * prices)
                .withVolume(volume == 1 ? row.volume() : Math.rint(row.volume() * volume));
        log.repairPrices(row, scaled, LEVEL, "line " + row.line() + ": " + evidence);
        rows.set(i, scaled);
    }

    /** Volumes go with the prices unless the weeks on both sides say clearly that they were right. */
    private boolean volumesAreMiscounted(int end, double ratio) {
        double before = middleVolume(Math.max(0, end - AROUND), end);
        double after = middleVolume(end, Math.min(rows.size(), end + AROUND));
        double apart = StrictMath.log(after / before);
        return before > 0 && after > 0 && Math.abs(apart) + CLEAR >= Math.abs(apart - ratio);
    }

    private double middleVolume(int from, int to) {
        double[] sorted = rows.subList(from, to).stream()
                .mapToDouble(RawBar::volume)
                .filter(volume -> volume > 0)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
