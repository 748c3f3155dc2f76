package candor.forecasting.drift;

import java.util.Arrays;

/** What can be compared: at least one value, all of them finite. */
final class Sample {

    private Sample() {}

    /**
     * A sorted copy of the values.
     *
     * @param name what a message calls the sample
     */
    static double[] sorted(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the " + name + " sample has no value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // NaN is sorted to the end, so both ends tell of every value that is not finite.
        requireFinite(name, sorted[0]);
        requireFinite(name, sorted[sorted.length - 1]);
        return sorted;
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + name + " sample has a value that is not finite: " + value);
        }
    }
}
