package candor.pipeline.repair;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The middle value: what a few wrong cells cannot move. */
final class Medians {

    private Medians() {}

    /** NaN for none; the mean of the two middle ones of an even number. */
    static double of(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
