package candor.forecasting.exploration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts in bins of equal width.
 *
 * @param from lower end of the first bin
 * @param width of a bin, above 0
 * @param counts by bin; values beyond the ends are in the first and last
 */
public record Histogram(double from, double width, List<Integer> counts) {

    public Histogram {
        if (!(width > 0)) {
            throw new IllegalArgumentException("width of a bin not above 0: " + width);
        }
        counts = List.copyOf(counts);
    }

    /** Counts the values; one that is on an edge belongs to the bin above it. */
    static Histogram of(double[] values, double from, double width, int bins) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(bins, 0));
        for (double value : values) {
            int bin = (int) Math.max(0, Math.min(bins - 1, Math.floor((value - from) / width)));
            counts.set(bin, counts.get(bin) + 1);
        }
        return new Histogram(from, width, counts);
    }
}
