package candor.pipeline.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** ... and a factor that is not this many standard deviations large cannot be told from a move of the market. */
    private static final double CLEAR = 12;

    /** A factor of 50, as a logarithm: far beyond every move, so that half the largest tolerance holds in any series. */
    private static final double UNMISTAKABLE = StrictMath.log(50);

    private final Worksheet sheet;
    private final int[] priced;
    private final double[] level;
    private final double noise;

    Levels(Worksheet sheet) {
        this.sheet = sheet;
        this.priced = sheet.priced();
        this.noise = Noise.of(sheet).moving();
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

    double noise() {
        return noise;
    }

    double step(int j) {
        return level[j] - level[j - 1];
    }

    /**
     * How many times the factor each priced row stands above the first one, read off the steps that fit the factor or its
     * inverse.
     */
    int[] statesOf(double factor) {
        int[] states = new int[priced.length];
        double log = StrictMath.log(factor);
        if (Math.abs(log) < Math.min(CLEAR * noise, UNMISTAKABLE)) {
            return states;
        }
        for (int j = 1; j < priced.length; j++) {
            states[j] = states[j - 1] + (fits(step(j), log) ? 1 : fits(step(j), -log) ? -1 : 0);
        }
        return states;
    }

    private boolean fits(double step, double log) {
        double size = Math.abs(log);
        double smallest = size < UNMISTAKABLE ? SMALLEST_TOLERANCE : LARGEST_SHARE / 2 * size;
        double tolerance = Math.max(smallest, STANDARD_DEVIATIONS * noise);
        return Math.abs(step - log) <= Math.min(tolerance, LARGEST_SHARE * size);
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

    /** Whether shares changed hands on any day of the stretch. */
    boolean isTraded(Stretch stretch) {
        return Arrays.stream(rowsOf(stretch)).anyMatch(i -> sheet.row(i).volume() > 0);
    }
}
