package candor.cleaning.repair;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The middle value: what a few wrong cells cannot move. */
final class Medians {

    private Medians() {}

    /** NaN for none; the mean of the two middle ones of an even number. */
    static double of(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        int count = sorted.length;
        while (count > 0 && Double.isNaN(sorted[count - 1])) {
            count--; // NaN comes last
        }
        int middle = count / 2;
        if (count == 0) {
            return Double.NaN;
        }
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
