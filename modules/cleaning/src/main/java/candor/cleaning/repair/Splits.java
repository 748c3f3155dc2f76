package candor.cleaning.repair;

import candor.cleaning.repair.Levels.Stretch;
import candor.forecasting.text.Figures;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that a split of this file was not applied to, or was applied to twice.
 *
 * <p>Why this is proved: the file itself names the ratio; the rows stand off by that ratio or its inverse, to within what
 * a day may move; and the step lies at the split or, more exactly still, within a month of it, or the rows are enclosed by
 * others at the right level. A move of the market that large has neither the date nor the ratio. The newest rows are taken
 * as right, as prices are adjusted to the newest shares.
 */
final class Splits {

    static final String RULE = "split-level";

    /** Days between a split and the rows that a provider forgot. */
    private static final long NEAR = 30;

    /** A step on the very day of the split must fit the ratio to so many standard deviations. */
    private static final double DATED = 4;

    /** Of a ratio of 8 and more no day's move is taken for one, and a fortnight after a split none is looked for. */
    private static final double BEYOND_MOVES = StrictMath.log(8);

    private static final long DAYS_OFF = 14;

    /** Apart from the split a ratio has to be met to the digit, or volumes have to step too. */
    private static final double TO_THE_DIGIT = 1e-4;

    /** From this ratio on no stock goes there and back. */
    private static final double LARGE = StrictMath.log(5);

    private final Worksheet sheet;
    private final int splitRow;
    private final double factor;

    private Splits(Worksheet sheet, int splitRow) {
        this.sheet = sheet;
        this.splitRow = splitRow;
        this.factor = sheet.split(splitRow);
    }

    static void repair(Worksheet sheet) {
        for (int i = sheet.size() - 1; i >= 0; i--) {
            if (sheet.split(i) != 1) {
                new Splits(sheet, i).repair();
            }
        }
    }

    private void repair() {
        Levels levels = new Levels(sheet);
        int[] states = levels.statesOf(
                factor, j -> isLarge() || isNear(j, levels), j -> levels.hasSplit(j) || volumesFollow(j, levels));
        if (states.length == 0) {
            return;
        }
        List<Stretch> stretches = levels.apartFrom(states[states.length - 1], states);
        for (Stretch stretch : stretches) {
            if (isProved(stretch, levels)) {
                new LevelRepair(sheet, levels).apply(stretch, factor, true, RULE, evidence(stretch, levels));
            } else if (!levels.isTraded(stretch)) {
                setAside(stretch, levels);
            } else if (isLarge() || (!levels.isEnclosed(stretch) && isAtSplit(stretch.to(), levels))) {
                stop(stretch, levels);
            }
        }
    }

    private boolean isProved(Stretch stretch, Levels levels) {
        if (Math.abs(stretch.steps()) != 1) {
            return false;
        }
        boolean startsNear = stretch.from() > 0 && isNear(stretch.from(), levels);
        boolean endsNear = stretch.to() < levels.count() && isNear(stretch.to(), levels);
        if (levels.isEnclosed(stretch)) {
            boolean market =
                    isMarkets(stretch.to(), stretch.from(), levels) || isMarkets(stretch.from(), stretch.to(), levels);
            return !market && (startsNear || endsNear || (isLarge() && levels.isTraded(stretch)));
        }
        return sheet.adjusted()
                && endsNear
                && !stepsBack(stretch.to(), levels)
                && (isAtSplit(stretch.to(), levels)
                        ? isCountedAnew(stretch.to(), levels)
                                || miss(stretch.to(), levels) <= DATED * levels.noiseAround(stretch.to())
                        : isQuietAtSplit(levels)
                                && (isCountedAnew(stretch.to(), levels) || isToTheDigit(stretch.to(), levels)));
    }

    /** Whether one edge may be a move of the market, as it is far from a split that the other edge is the day of. */
    private boolean isMarkets(int edge, int other, Levels levels) {
        return isAtSplit(other, levels) && !isNear(edge, levels) && !isToTheDigit(edge, levels);
    }

    /** Days after a split by a ratio that no move reaches, the shares were counted anew, too. */
    private boolean volumesFollow(int j, Levels levels) {
        return Math.abs(StrictMath.log(factor)) >= BEYOND_MOVES
                && Math.abs(sheet.daysBetween(levels.row(j), splitRow)) <= DAYS_OFF
                && isCountedAnew(j, levels);
    }

    /** Whether volumes step the other way by about as much, which no crash does. */
    private static boolean isCountedAnew(int j, Levels levels) {
        double shares = levels.volumeStep(j);
        return Math.abs(shares + levels.step(j)) < Math.abs(shares) / 2;
    }

    private boolean isLarge() {
        return Math.abs(StrictMath.log(factor)) >= LARGE;
    }

    private boolean isNear(int j, Levels levels) {
        return Math.abs(sheet.daysBetween(levels.row(j), splitRow)) <= NEAR;
    }

    private boolean isAtSplit(int j, Levels levels) {
        return levels.row(j - 1) < splitRow && levels.row(j) >= splitRow;
    }

    /** A like step the other way soon before or after would be the other end of a few rows, even where it misses the ratio. */
    private boolean stepsBack(int j, Levels levels) {
        return IntStream.range(1, levels.count())
                .filter(k -> Math.abs(sheet.daysBetween(levels.row(j), levels.row(k))) <= NEAR)
                .anyMatch(k -> Math.abs(levels.step(k) + levels.step(j)) < Math.abs(StrictMath.log(factor)) / 2);
    }

    /** A step at the split as well would be the start of a few wrong rows, whose end the other one is. */
    private boolean isQuietAtSplit(Levels levels) {
        for (int j = 1; j < levels.count(); j++) {
            if (isAtSplit(j, levels)) {
                return Math.abs(levels.step(j)) < Math.abs(StrictMath.log(factor)) / 3;
            }
        }
        return false;
    }

    private boolean isToTheDigit(int j, Levels levels) {
        return miss(j, levels) <= TO_THE_DIGIT;
    }

    private double miss(int j, Levels levels) {
        return Math.abs(Math.abs(levels.step(j)) - Math.abs(StrictMath.log(factor)));
    }

    private String evidence(Stretch stretch, Levels levels) {
        int edge = stretch.to() < levels.count() ? stretch.to() : stretch.from();
        return "prices step by " + Figures.significant(StrictMath.exp(levels.step(edge))) + " on "
                + sheet.row(levels.row(edge)).session() + ", the ratio of the split " + Figures.significant(factor)
                + " of "
                + sheet.row(splitRow).session() + " or its inverse: the split was "
                + (stretch.steps() > 0 == factor > 1 ? "not applied here" : "applied here once too often");
    }

    private void stop(Stretch stretch, Levels levels) {
        sheet.doubt(
                levels.row(stretch.from()),
                Column.CLOSE,
                RULE,
                evidence(stretch, levels) + "; but not clearly enough to repair it",
                Doubt.Consequence.STOP);
    }

    private void setAside(Stretch stretch, Levels levels) {
        for (int i : levels.rowsOf(stretch)) {
            sheet.doubt(
                    i,
                    Column.CLOSE,
                    RULE,
                    "prices are off by the ratio of the split " + Figures.significant(factor) + " of "
                            + sheet.row(splitRow).session() + ", but far from it, and nobody traded at them",
                    Doubt.Consequence.SET_ASIDE);
        }
    }
}
