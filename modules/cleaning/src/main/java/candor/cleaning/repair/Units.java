package candor.cleaning.repair;

import candor.cleaning.repair.Levels.Stretch;
import candor.forecasting.text.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rows that stand 100 times too high or too low, as pence among pounds.
 *
 * <p>Why this is proved: every price of the row is off by one and the same factor of 100, to within what a day may move,
 * and shares changed hands at it, which nobody does at a hundredth of the price beside offers of the day before. The unit
 * of most rows is taken as the right one; of a switch that lasts to the end, the newest: which of the two it is changes
 * no return. Where shares changed hands in one unit alone, and the rest repeats its prices in the other and reaches to an
 * end of the file, that unit is the right one, however few its rows are. Where more than a tenth of the rows stand
 * apart here and there, and where nobody traded, rows are set aside.
 */
final class Units {

    static final String RULE = "unit-100x";
    private static final double FACTOR = 100;

    /** Where more rows than this stand apart, here and there, both units may be meant. */
    private static final double CLEAR_SHARE = 0.1;

    /** Fewer rows at the end of a file make no new unit. */
    private static final int NEW_UNIT = 5;

    /** Between two units of one price, for single precision. */
    private static final double SAME = 1e-6;

    private final Worksheet sheet;
    private final Levels levels;

    private Units(Worksheet sheet) {
        this.sheet = sheet;
        this.levels = new Levels(sheet);
    }

    static void repair(Worksheet sheet) {
        new Units(sheet).repair();
    }

    private void repair() {
        int[] states = levels.statesOf(FACTOR, j -> !levels.isRatherSplit(j, FACTOR), levels::hasSplit);
        if (states.length == 0) {
            return;
        }
        OptionalInt traded = tradedUnit(states);
        List<Stretch> repeated = traded.isPresent() ? levels.apartFrom(traded.getAsInt(), states) : List.of();
        if (!repeated.isEmpty() && repeated.stream().allMatch(this::repeatsToAnEnd)) {
            repeated.forEach(stretch -> repairOrSetAside(stretch, ""));
            return;
        }
        List<Stretch> stretches = levels.apartFrom(reference(states), states);
        int apart = stretches.stream().mapToInt(Stretch::length).sum();
        boolean unclear = apart > CLEAR_SHARE * states.length && stretches.size() > 1;
        String other = otherStep(states);
        for (Stretch stretch : stretches) {
            repairOrSetAside(
                    stretch,
                    !other.isEmpty()
                            ? other
                            : unclear
                                    ? apart + " of " + states.length + " rows in " + stretches.size()
                                            + " stretches do, so that nobody can say which unit is meant"
                                    : levels.isTraded(stretch)
                                            ? ""
                                            : "nobody traded at them, so that nothing is known of that day");
        }
    }

    /** A step that is nearer to a unit than to none, and was taken for none: empty, or what is to be said of it. */
    private String otherStep(int[] states) {
        return IntStream.range(1, states.length)
                .filter(j -> states[j] == states[j - 1] && !levels.hasSplit(j))
                .filter(j -> Math.abs(levels.step(j)) > StrictMath.log(FACTOR) / 2)
                .mapToObj(j -> "the step by " + Figures.significant(StrictMath.exp(levels.step(j))) + " on "
                        + sheet.row(levels.row(j)).session() + " may be one of units, too")
                .findFirst()
                .orElse("");
    }

    /** The only unit in which shares changed hands. */
    private OptionalInt tradedUnit(int[] states) {
        int[] units = IntStream.range(0, states.length)
                .filter(j -> sheet.row(levels.row(j)).volume() > 0)
                .map(j -> states[j])
                .distinct()
                .toArray();
        return units.length == 1 ? OptionalInt.of(units[0]) : OptionalInt.empty();
    }

    /** Whether the stretch reaches to an end of the file, and where it meets the rest, the price is the same to the digit. */
    private boolean repeatsToAnEnd(Stretch stretch) {
        return !levels.isEnclosed(stretch)
                && (stretch.from() == 0 || isSame(stretch.from()))
                && (stretch.to() == levels.count() || isSame(stretch.to()));
    }

    private boolean isSame(int j) {
        return Math.abs(Math.abs(levels.step(j)) - StrictMath.log(FACTOR)) < SAME;
    }

    private int reference(int[] states) {
        int[] sorted = states.clone();
        Arrays.sort(sorted);
        int last = states[states.length - 1];
        int switches = 0;
        int lastFrom = states.length - 1;
        for (int j = states.length - 1; j > 0; j--) {
            switches += states[j] == states[j - 1] ? 0 : 1;
            lastFrom = switches == 0 ? j - 1 : lastFrom;
        }
        boolean onceForAll = switches == 1 && states.length - lastFrom >= NEW_UNIT;
        return onceForAll ? last : sorted[sorted.length / 2];
    }

    private void repairOrSetAside(Stretch stretch, String objection) {
        double close = sheet.close(levels.row(stretch.from()));
        int beside = stretch.from() > 0 ? stretch.from() - 1 : stretch.to();
        String finding =
                "prices stand 100 times " + (stretch.steps() > 0 ? "above" : "below") + " the rows around, close "
                        + Figures.significant(close) + " beside " + Figures.significant(sheet.close(levels.row(beside)))
                        + " on "
                        + sheet.row(levels.row(beside)).session();
        if (Math.abs(stretch.steps()) == 1 && objection.isEmpty()) {
            new LevelRepair(sheet, levels).apply(stretch, FACTOR, false, RULE, finding + ", a wrong unit");
            return;
        }
        for (int i : levels.rowsOf(stretch)) {
            sheet.doubt(i, Column.CLOSE, RULE, finding + "; but " + objection, Doubt.Consequence.SET_ASIDE);
        }
    }
}
