package candor.cleaning.repair;

import candor.cleaning.repair.Levels.Stretch;
import candor.store.port.RawBar;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Brings the rows of a stretch to the level of the rows around it. */
final class LevelRepair {

    /** Rows on either side that show the usual volume and the usual ratio of adjusted close to close. */
    private static final int AROUND = 10;

    /** As logarithm: what volumes differ by between neighbouring fortnights, seldom more. */
    private static final double CLEAR = 1.5;

    private final Worksheet sheet;
    private final Levels levels;

    LevelRepair(Worksheet sheet, Levels levels) {
        this.sheet = sheet;
        this.levels = levels;
    }

    /**
     * Divides the prices by the factor as often as the stretch stands above the rest.
     *
     * @param countsShares whether shares were miscounted too, as with a split, so that volumes go the other way
     */
    void apply(Stretch stretch, double factor, boolean countsShares, String rule, String evidence) {
        boolean volumes = countsShares && volumesAreMiscounted(stretch, StrictMath.log(factor) * stretch.steps());
        double usualRatio = around(stretch, i -> Math.abs(sheet.ratio(i)));
        sheet.countFault();
        for (int i : levels.rowsOf(stretch)) {
            RawBar row = sheet.row(i);
            boolean adjustedToo =
                    !(Math.abs(StrictMath.log(sheet.ratio(i) / usualRatio)) > Math.abs(StrictMath.log(factor)) / 2);
            for (Column column : Column.PRICES) {
                scale(i, column, factor, -stretch.steps(), rule, evidence);
            }
            if (sheet.adjusted() && adjustedToo) {
                scale(i, Column.ADJUSTED_CLOSE, factor, -stretch.steps(), rule, evidence);
            }
            if (volumes && row.volume() > 0) {
                double shares = row.volume() * StrictMath.pow(factor, stretch.steps());
                sheet.set(i, Column.VOLUME, Math.rint(shares), rule, evidence);
            }
        }
    }

    private void scale(int i, Column column, double factor, int power, String rule, String evidence) {
        double value = column.of(sheet.row(i));
        if (Double.isNaN(value)) {
            return;
        }
        for (int n = 0; n < Math.abs(power); n++) {
            value = power > 0 ? value * factor : value / factor;
        }
        sheet.set(i, column, value, rule, evidence);
    }

    /** Volumes go with the prices unless those around say clearly that they were right. */
    private boolean volumesAreMiscounted(Stretch stretch, double log) {
        double inside = StrictMath.log(Medians.of(Arrays.stream(levels.rowsOf(stretch))
                .mapToDouble(i -> sheet.row(i).volume())
                .filter(volume -> volume > 0)));
        double outside = StrictMath.log(around(stretch, i -> sheet.row(i).volume()));
        return !(Math.abs(inside - outside) + CLEAR < Math.abs(inside + log - outside));
    }

    private double around(Stretch stretch, java.util.function.IntToDoubleFunction value) {
        return Medians.of(IntStream.concat(
                        IntStream.range(Math.max(0, stretch.from() - AROUND), stretch.from()),
                        IntStream.range(stretch.to(), Math.min(levels.count(), stretch.to() + AROUND)))
                .mapToDouble(j -> value.applyAsDouble(levels.row(j)))
                .filter(found -> found > 0));
    }
}
