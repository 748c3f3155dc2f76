package candor.cleaning.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The levels at which a file's prices stand, as steps between rows that lie one factor apart. A split that the closes
 * show as it was traded is taken out first where the source is as traded, so that it is no step.
 */
final class Levels {

    /** A step may miss its factor by this many standard deviations of a day's move ... */
    private static final double STANDARD_DEVIATIONS = 5;

    /** ... by so much where hardly anything moves, for the rounding of low prices ... */
    private static final double SMALLEST_TOLERANCE = 0.03;

    /** ... but never by more than this share of the logarithm of the factor, ... */
    private static final double LARGEST_SHARE = 1 / 6.0;

    /** On the very day of a split, whose date is evidence of its own, so much and twice the standard deviations. */
    private static final double LARGEST_SHARE_WITH_DATE = 1 / 3.0;

    private static final int MONTH = 21;
    private static final int FORTNIGHT = 10;

    /** ... and a factor that is not this many standard deviations large cannot be told from a move of the market. */
    private static final double CLEAR = 12;

    /** A factor of 50, as a logarithm: far beyond every move, so that half the largest tolerance holds in any series. */
    private static final double UNMISTAKABLE = StrictMath.log(50);

    private final Worksheet sheet;
    private final int[] priced;
    private final double[] level;
    private final double noise;
    private final boolean hasVolumes;

    Levels(Worksheet sheet) {
        this.sheet = sheet;
        this.priced = sheet.priced();
        this.noise = Noise.of(sheet).moving();
        this.hasVolumes = IntStream.of(priced).anyMatch(i -> sheet.row(i).volume() > 0);
        this.level = new double[priced.length];
        double explained = 0;
        for (int j = 0; j < priced.length; j++) {
            double here = typical(j);
            if (j > 0) {
                explained += explainedBySplit(j, here - typical(j - 1));
            }
            level[j] = here + explained;
        }
    }

    int count() {
        return priced.length;
    }

    /** The row in the worksheet of the j-th priced row. */
    int row(int j) {
        return priced[j];
    }

    /** Whether the file has a split between the j-th priced row and the one before. */
    boolean hasSplit(int j) {
        return IntStream.rangeClosed(priced[j - 1] + 1, priced[j]).anyMatch(i -> sheet.split(i) != 1);
    }

    /** Whether the ratio of a split between the j-th priced row and the one before explains the step better than the factor. */
    boolean isRatherSplit(int j, double factor) {
        double miss = Math.abs(Math.abs(step(j)) - Math.abs(StrictMath.log(factor)));
        return IntStream.rangeClosed(priced[j - 1] + 1, priced[j])
                .anyMatch(i -> sheet.split(i) != 1
                        && Math.abs(Math.abs(step(j)) - Math.abs(StrictMath.log(sheet.split(i)))) < miss);
    }

    /** Log of the usual volume in the fortnight from the j-th priced row on, over that before. */
    double volumeStep(int j) {
        return StrictMath.log(
                volume(j, Math.min(priced.length, j + FORTNIGHT)) / volume(Math.max(0, j - FORTNIGHT), j));
    }

    private double volume(int from, int to) {
        return Medians.of(IntStream.range(from, to)
                .mapToDouble(j -> sheet.row(priced[j]).volume())
                .filter(volume -> volume > 0));
    }

    double step(int j) {
        return level[j] - level[j - 1];
    }

    /**
     * How many times the factor each priced row stands above the first one, read off the steps that fit the factor or its
     * inverse.
     *
     * @param counts whether the step before the j-th priced row may be one
     * @param dated whether its date is evidence of its own, so that it may miss the factor by more
     */
    int[] statesOf(double factor, IntPredicate counts, IntPredicate dated) {
        int[] states = new int[priced.length];
        double log = StrictMath.log(factor);
        for (int j = 1; j < priced.length; j++) {
            boolean up = counts.test(j) && fits(j, log, dated);
            boolean down = counts.test(j) && fits(j, -log, dated);
            states[j] = states[j - 1] + (up ? 1 : 0) - (down ? 1 : 0);
        }
        return states;
    }

    private boolean fits(int j, double log, IntPredicate isDated) {
        double miss = Math.abs(step(j) - log);
        double size = Math.abs(log);
        if (miss > LARGEST_SHARE_WITH_DATE * size) {
            return false;
        }
        double here = noiseAround(j);
        boolean dated = isDated.test(j);
        double smallest = size < UNMISTAKABLE ? SMALLEST_TOLERANCE : LARGEST_SHARE / 2 * size;
        double tolerance = Math.max(smallest, (dated ? 2 : 1) * STANDARD_DEVIATIONS * here);
        return size >= Math.min(CLEAR * here, UNMISTAKABLE)
                && miss <= Math.min(tolerance, (dated ? LARGEST_SHARE_WITH_DATE : LARGEST_SHARE) * size);
    }

    /** The usual move in the month around a step, where that is larger than in the whole file: as in a crisis. */
    double noiseAround(int j) {
        double local = Medians.of(IntStream.rangeClosed(Math.max(1, j - MONTH), Math.min(priced.length - 1, j + MONTH))
                .filter(k -> k != j)
                .mapToDouble(k -> Math.abs(step(k)))
                .filter(move -> move > 0 && move < Noise.ORDINARY));
        return Double.isNaN(local) ? noise : Math.max(noise, Noise.NORMAL * local);
    }

    /** Runs of neighbouring rows that do not stand where the reference does. */
    List<Stretch> apartFrom(int reference, int[] states) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int j = 1; j <= states.length; j++) {
            if (j == states.length || states[j] != states[from]) {
                if (states[from] != reference) {
                    stretches.add(new Stretch(from, j, states[from] - reference));
                }
                from = j;
            }
        }
        return stretches;
    }

    private double typical(int j) {
        var row = sheet.row(priced[j]);
        return StrictMath.log(Medians.of(
                Column.PRICES.stream().mapToDouble(column -> column.isPrice(row) ? column.of(row) : Double.NaN)));
    }

    /** The log split ratio between two priced rows where the closes show it and adjusted closes do not. */
    private double explainedBySplit(int j, double move) {
        double split = 0;
        for (int i = priced[j - 1] + 1; i <= priced[j]; i++) {
            split += StrictMath.log(sheet.split(i));
        }
        boolean fits = Math.abs(move + split) < Math.abs(move);
        if (split == 0 || !fits) {
            return 0;
        }
        double adjusted = StrictMath.log(
                sheet.row(priced[j]).adjustedClose() / sheet.row(priced[j - 1]).adjustedClose());
        boolean asTraded = !sheet.adjusted() || Math.abs(adjusted) < Math.abs(move) / 2;
        return asTraded ? split : 0;
    }

    /**
     * Priced rows from (inclusive) to (exclusive), by position among the priced rows.
     *
     * @param steps how many factors above the reference, not 0
     */
    record Stretch(int from, int to, int steps) {

        int length() {
            return to - from;
        }
    }

    int[] rowsOf(Stretch stretch) {
        return Arrays.copyOfRange(priced, stretch.from(), stretch.to());
    }

    boolean isEnclosed(Stretch stretch) {
        return stretch.from() > 0 && stretch.to() < priced.length;
    }

    /** Whether shares changed hands on any day of the stretch; in a file without volumes, whether a price moved. */
    boolean isTraded(Stretch stretch) {
        return hasVolumes
                ? Arrays.stream(rowsOf(stretch)).anyMatch(i -> sheet.row(i).volume() > 0)
                : IntStream.rangeClosed(Math.max(1, stretch.from()), Math.min(priced.length - 1, stretch.to()))
                        .anyMatch(this::isMoving);
    }

    /** Whether the step before the j-th row is more than a factor without a move. */
    private boolean isMoving(int j) {
        var row = sheet.row(priced[j]);
        return row.high() > row.low() || (step(j) != 0 && Math.abs(step(j)) < Noise.ORDINARY);
    }
}
