// SPDX-License-Identifier: GPL-3.0-or-later
package candor.forecasting.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The training rows, each value as the number of its bin. Bins hold about as many rows each; a bound lies halfway between two
 * values that follow each other, so the rows' order within a column decides, not how far they are apart.
 */
final class BinnedRows {

    /** Of a column at most; a bin's number is a byte. */
    static final int BINS = 100;

    private final int size;
    private final byte[][] bins;
    private final double[][] bounds;

    private BinnedRows(int size, byte[][] bins, double[][] bounds) {
        this.size = size;
        this.bins = bins;
        this.bounds = bounds;
    }

    /** @throws IllegalArgumentException where there is no row, or a value is not finite */
    static BinnedRows of(List<double[]> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        int width = rows.getFirst().length;
        byte[][] bins = new byte[width][rows.size()];
        double[][] bounds = new double[width][];
        double[] column = new double[rows.size()];
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = finite(rows.get(i)[j], i, j);
            }
            bounds[j] = bounds(column);
            for (int i = 0; i < column.length; i++) {
                bins[j][i] = (byte) bin(bounds[j], column[i]);
            }
        }
        return new BinnedRows(rows.size(), bins, bounds);
    }

    private static double finite(double value, int row, int column) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("row " + row + " has " + value + " in column " + column
                    + "; a row is learnt from where all of its values are there");
        }
        return value;
    }

    /** Ascending, at most {@link #BINS} - 1; one between any two values where these are few enough. */
    private static double[] bounds(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        int[] changes = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i - 1] < sorted[i])
                .toArray();
        if (changes.length < BINS) {
            return Arrays.stream(changes)
                    .mapToDouble(i -> between(sorted[i - 1], sorted[i]))
                    .toArray();
        }
        double[] found = new double[BINS - 1];
        int count = 0;
        int next = 0;
        for (int b = 1; b < BINS && next < changes.length; b++) {
            int place = (int) ((long) b * sorted.length / BINS);
            while (next < changes.length && changes[next] < place) {
                next++;
            }
            if (next < changes.length) {
                found[count++] = between(sorted[changes[next] - 1], sorted[changes[next]]);
                next++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** At least the lower one and below the upper one, also where no double lies between them. */
    private static double between(double lower, double upper) {
        double middle = lower / 2 + upper / 2;
        return middle >= lower && middle < upper ? middle : lower;
    }

    /** How many bounds lie below the value. */
    private static int bin(double[] bounds, double value) {
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= bounds[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int size() {
        return size;
    }

    int columns() {
        return bins.length;
    }

    /** Number of a column's bounds: one less than its bins. */
    int bounds(int column) {
        return bounds[column].length;
    }

    /** The largest value of a bin, and all below it, go to the lower side of a split there. */
    double bound(int column, int bin) {
        return bounds[column][bin];
    }

    /** The bin of every row; not to be changed. */
    byte[] column(int column) {
        return bins[column];
    }
}
