package candor.forecasting.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Nonconformity scores of past forecasts, with a sign or without, all kept, in ascending order. */
public final class Scores {

    private double[] ascending;
    private int size;

    /** No score yet. */
    public Scores() {
        this.ascending = new double[256];
    }

    private Scores(double[] sorted) {
        this.ascending = sorted;
        this.size = sorted.length;
    }

    /**
     * The scores in any order.
     *
     * @param scores finite
     */
    public static Scores of(List<Double> scores) {
        double[] sorted = scores.stream().mapToDouble(Scores::checked).sorted().toArray();
        return new Scores(sorted);
    }

    /** Takes in one score, finite. */
    public void insert(double score) {
        checked(score);
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, Math.max(256, size * 2));
        }
        int at = firstAbove(score);
        System.arraycopy(ascending, at, ascending, at + 1, size - at);
        ascending[at] = score;
        size++;
    }

    /** Number of scores. */
    public int size() {
        return size;
    }

    /** The k-th smallest, k from 1 to {@link #size}. */
    public double smallest(int k) {
        if (k < 1 || k > size) {
            throw new IndexOutOfBoundsException("score " + k + " of " + size);
        }
        return ascending[k - 1];
    }

    /** How many are at most a bound. */
    public int atMost(double bound) {
        return firstAbove(bound);
    }

    /** The scores greater than a bound, ascending. */
    public double[] above(double bound) {
        return Arrays.copyOfRange(ascending, firstAbove(bound), size);
    }

    /** Those of ascending scores that are greater than a bound. */
    static double[] above(double[] ascending, double bound) {
        return Arrays.copyOfRange(ascending, firstAbove(ascending, ascending.length, bound), ascending.length);
    }

    /** How many of ascending scores are at most a bound. */
    static int atMost(double[] ascending, double bound) {
        return firstAbove(ascending, ascending.length, bound);
    }

    /** All scores, ascending. */
    public List<Double> toList() {
        return DoubleStream.of(ascending).limit(size).boxed().toList();
    }

    private int firstAbove(double bound) {
        return firstAbove(ascending, size, bound);
    }

    private static int firstAbove(double[] ascending, int size, double bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double checked(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score not a finite number: " + score);
        }
        return score;
    }
}
