package candor.forecasting.calibration;

import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;

/** The quantile of a symbol's own scores and a list of other symbols' together, which weighs as so many scores. */
final class MixedScores {

    /** Keeps rounding in a weight from lifting the quantile to the next score. */
    private static final double ROUNDING = 1e-9;

    private MixedScores() {}

    /**
     * The smallest among all scores up to which the weights reach (m + w + 1)(1 &minus; &alpha;), m being the number of
     * own scores and w the weight of the others'; the largest of all if none does.
     *
     * @param others ascending, not empty
     * @param weight w, of all the others' scores together
     * @param alpha wanted miscoverage; clipped to 0..1
     */
    static double quantile(Scores own, double[] others, double weight, double alpha) {
        int m = own.size();
        double each = weight / others.length;
        double wanted = (m + weight + 1) * (1 - Math.clamp(alpha, 0, 1)) - ROUNDING;
        DoublePredicate reaches = score -> own.atMost(score) + each * Scores.atMost(others, score) >= wanted;
        double ofOwn = first(m, i -> own.smallest(i + 1), reaches);
        double ofOthers = first(others.length, i -> others[i], reaches);
        double quantile = Math.min(ofOwn, ofOthers);
        return quantile < Double.POSITIVE_INFINITY
                ? quantile
                : Math.max(others[others.length - 1], m == 0 ? 0 : own.smallest(m));
    }

    /** The first of ascending values that reaches; infinity if none does. */
    private static double first(int size, IntToDoubleFunction values, DoublePredicate reaches) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reaches.test(values.applyAsDouble(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < size ? values.applyAsDouble(low) : Double.POSITIVE_INFINITY;
    }
}
