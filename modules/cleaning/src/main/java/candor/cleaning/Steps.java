// SPDX-License-Identifier: GPL-3.0-or-later
package candor.cleaning;

import candor.forecasting.market.Bar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Asks where returns step by the ratio of a split that nothing accounts for, or by any factor that the day does not explain.
 *
 * <p>A step is asked about where it is far beyond the stock's own moves, has a customary ratio, and the level after it
 * stays; and where the day itself was ordinary. A market that moves a price by a third or more trades wildly on that day:
 * volume is many times that of the weeks before, and high and low are far apart. The day of a split has an ordinary
 * range, and the volume of the weeks before times the ratio, or times one where the volumes were restated.
 *
 * <p>Where the volume is known and was that of an ordinary day, more is asked about, as long as the step dwarfs all moves of
 * the month before: steps by any factor, whatever the range and the open of the day, and steps by 4:3, 5:4 and 6:5 on a day
 * that is ordinary in all.
 */
final class Steps {

    static final String RULE = "level-step";

    private static final int MONTH = 21;

    /** As logarithm: nothing smaller is looked at. */
    private static final double SMALLEST = 0.15;

    /** As logarithm beyond the ratio's own: a volume that is no ordinary day's; the larger the ratio, the more is wanted. */
    private static final double WILD_VOLUME = 0.6;

    private static final double WILD_VOLUME_OF_RATIO = 0.6;

    /** Ranges of the month before; the larger the ratio, the more are wanted. */
    private static final double WILD_RANGE = 2;

    private static final double WILD_RANGE_OF_RATIO = 2;

    private static final double SMALLEST_RANGE = 0.005;

    /** Middle overnight moves of the month before by which an open may miss the new level. */
    private static final double WILD_GAP = 6;

    private static final double SMALLEST_GAP = 0.02;

    /** A step that nothing explains is so many times as large as any move of the month before. */
    private static final double TIMES_LARGEST = 3;

    private static final double SESSIONS_A_DAY = 5 / 7.0;

    /** Rows at the end before which a forecast may be made instead. */
    private static final int WEEK = 5;

    private final List<Bar> bars;
    private final List<Double> adjustedCloses;
    private final LogPrices levels;
    private final Turnover turnover;

    private Steps(List<Bar> bars, List<Double> adjustedCloses) {
        this.bars = bars;
        this.adjustedCloses = adjustedCloses;
        this.levels = LogPrices.of(adjustedCloses);
        this.turnover = new Turnover(bars.stream().mapToDouble(Bar::volume).toArray());
    }

    /**
     * Adds a stop for each step.
     *
     * @param known sessions about which a person has ruled, or is asked for another reason
     */
    static void ask(List<Bar> bars, List<Double> adjustedCloses, Set<LocalDate> known, Stops stops) {
        Steps steps = new Steps(bars, adjustedCloses);
        for (int t = 1; t < bars.size(); t++) {
            if (steps.isUnexplained(t) && !known.contains(bars.get(t).session())) {
                steps.ask(t, stops);
            }
        }
    }

    private boolean isUnexplained(int t) {
        double step = levels.step(t);
        return Math.abs(step) >= SMALLEST
                && (isSplit(t) || (isOdd(t) && levels.stays(t, step) && (isSmallSplit(t) || isUntraded(t))));
    }

    /** Whether the step is far beyond all moves around it, also for the days that lie between the two bars. */
    private boolean isOdd(int t) {
        long days =
                ChronoUnit.DAYS.between(bars.get(t - 1).session(), bars.get(t).session());
        return levels.exceedsTheMonth(t, TIMES_LARGEST)
                && levels.isClear(t, StrictMath.sqrt(Math.max(1, SESSIONS_A_DAY * days)));
    }

    private boolean isSplit(int t) {
        if (!levels.isBeyondNoise(t)) {
            return false;
        }
        OptionalDouble ratio = levels.customary(t);
        return ratio.isPresent()
                && levels.stays(t, -StrictMath.log(ratio.getAsDouble()))
                && opensThere(t, -StrictMath.log(ratio.getAsDouble()))
                && !isWild(t, StrictMath.log(ratio.getAsDouble()));
    }

    private boolean isSmallSplit(int t) {
        OptionalDouble ratio = levels.small(t);
        return ratio.isPresent()
                && turnover.isCalm(t, StrictMath.log(ratio.getAsDouble()))
                && opensThere(t, -StrictMath.log(ratio.getAsDouble()))
                && !isWild(t, StrictMath.log(ratio.getAsDouble()));
    }

    /** Whether the price moved far beyond all that it does, and nobody traded for it. */
    private boolean isUntraded(int t) {
        return Math.abs(levels.step(t)) >= LogPrices.SMALLEST && turnover.isCalm(t, -levels.step(t));
    }

    /** A split is there at the open; where opens are copies of the close before, they say nothing. */
    private boolean opensThere(int t, double step) {
        double[] gaps = IntStream.range(Math.max(1, t - MONTH), t)
                .mapToDouble(k -> Math.abs(gap(k)))
                .sorted()
                .toArray();
        double usual = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        return usual == 0 || Math.abs(gap(t) - step) <= Math.max(SMALLEST_GAP, WILD_GAP * usual);
    }

    /** From the close before to the open, both adjusted. */
    private double gap(int t) {
        Bar bar = bars.get(t);
        return levels.step(t) - StrictMath.log(bar.close() / bar.open());
    }

    private boolean isWild(int t, double log) {
        double size = Math.abs(log);
        double usualVolume = middleBefore(t, Bar::volume);
        double volume = StrictMath.log(bars.get(t).volume() / usualVolume);
        double wildVolume = Math.max(0, log) + WILD_VOLUME + WILD_VOLUME_OF_RATIO * size;
        double usualRange = Math.max(SMALLEST_RANGE, middleBefore(t, Steps::range));
        double wildRange = WILD_RANGE + WILD_RANGE_OF_RATIO * size;
        return (usualVolume > 0 && volume > wildVolume) || range(bars.get(t)) > wildRange * usualRange;
    }

    private static double range(Bar bar) {
        return StrictMath.log(bar.high() / bar.low());
    }

    private double middleBefore(int t, ToDoubleFunction<Bar> value) {
        double[] sorted = bars.subList(Math.max(0, t - MONTH), t).stream()
                .mapToDouble(value)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private void ask(int t, Stops stops) {
        String day = bars.get(t).session().toString();
        OptionalDouble customary = levels.customary(t).isPresent() ? levels.customary(t) : levels.small(t);
        if (customary.isPresent()) {
            String ratio = Ratio.text(customary.getAsDouble());
            check(
                    t,
                    " are apart as by a split of " + ratio + " that no row names; the level stays, and "
                            + (isSplit(t) ? "neither range nor volume of that day is" : "the volume of that day is not")
                            + " that of such a move",
                    "say what it is: --split " + day + "=" + ratio + " for a split, --real " + day
                            + " for a move of the market" + earlier(t),
                    stops);
        } else {
            check(
                    t,
                    " are apart as no split has it and no row explains; the level stays, and the volume of that day is"
                            + " not that of such a move",
                    "correct the rows, or say what it is: --real " + day + " for a move of the market, --begin " + day
                            + " where the rows before are of something else" + earlier(t),
                    stops);
        }
    }

    private String earlier(int t) {
        return bars.size() - t > WEEK
                ? ""
                : "; or forecast with --as-of " + bars.get(t - 1).session() + ", the session before";
    }

    private void check(int t, String finding, String remedy, Stops stops) {
        Bar before = bars.get(t - 1);
        Bar bar = bars.get(t);
        boolean closes = Math.abs(StrictMath.log(bar.close() / before.close())) > SMALLEST;
        String what = closes
                ? "close " + before.close() + " on " + before.session() + " and " + bar.close() + " on " + bar.session()
                : "adjusted close " + adjustedCloses.get(t - 1) + " on " + before.session() + " and "
                        + adjustedCloses.get(t) + " on " + bar.session();
        stops.check(
                RULE, bar.session(), bar.session(), "levels that do not belong together: " + what + finding, remedy);
    }
}
