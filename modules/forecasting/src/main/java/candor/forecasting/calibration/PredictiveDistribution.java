package candor.forecasting.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The forecast distribution of a log return: symmetric about its mean, given by calibrated intervals.
 *
 * <p>The quantile function is continuous and piecewise linear in probability. Its knots are the mean at &frac12;; mean
 * &plusmn; m<sub>L</sub>&sigma; at (1 &plusmn; L)/2 for every nominal level L with its multiplier m<sub>L</sub> (never
 * less than the multiplier of a lower level); and beyond the last level the empirical scores: of the K scores
 * e&#8321; &le; &hellip; &le; e<sub>K</sub> above the last multiplier, mean &plusmn; e<sub>i</sub>&sigma; stands at
 * (1 &plusmn; L<sub>i</sub>)/2, L<sub>i</sub> = L + (1 &minus; L) i/K. Without such scores the tail's probability lies
 * at the last multiplier.
 */
public final class PredictiveDistribution {

    /** Probabilities this close to a knot are that knot: 2p &minus; 1 does not round as (1 &plusmn; L)/2 does. */
    private static final double SAME_PROBABILITY = 1e-12;

    private final double mean;
    private final double[] probability;
    private final double[] value;

    private PredictiveDistribution(double mean, double[] probability, double[] value) {
        this.mean = mean;
        this.probability = probability;
        this.value = value;
    }

    /**
     * @param mean centre, log return, finite
     * @param sigma standard deviation, log return, &gt; 0
     * @param levels nominal coverages, ascending, between 0 and 1, at least one
     * @param multipliers of sigma, one for each level, &ge; 0
     * @param scores past scores, of which those beyond the last multiplier shape the tails
     */
    public static PredictiveDistribution of(
            double mean, double sigma, List<Double> levels, List<Double> multipliers, Scores scores) {
        return of(mean, sigma, levels, multipliers, scores::above);
    }

    /** @param beyondLast the scores that are greater than the last multiplier, ascending, by that multiplier */
    static PredictiveDistribution of(
            double mean,
            double sigma,
            List<Double> levels,
            List<Double> multipliers,
            DoubleFunction<double[]> beyondLast) {
        if (levels.isEmpty() || multipliers.size() != levels.size()) {
            throw new IllegalArgumentException(multipliers.size() + " multipliers for " + levels.size() + " levels");
        }
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("want a finite mean and a positive sigma, got " + mean + ", " + sigma);
        }
        double[] reach = new double[levels.size()];
        for (int j = 0; j < reach.length; j++) {
            reach[j] = Math.max(multipliers.get(j), j == 0 ? 0 : reach[j - 1]);
        }
        double[] beyond = beyondLast.apply(reach[reach.length - 1]);
        double[] tail = beyond.length > 0 ? beyond : new double[] {reach[reach.length - 1]};
        int half = reach.length + tail.length;
        double[] probability = new double[2 * half + 1];
        double[] value = new double[2 * half + 1];
        probability[half] = 0.5;
        value[half] = mean;
        double last = levels.getLast();
        for (int i = 1; i <= half; i++) {
            int inTail = i - reach.length;
            double level = inTail > 0 ? last + (1 - last) * inTail / tail.length : levels.get(i - 1);
            double distance = sigma * (inTail > 0 ? tail[inTail - 1] : reach[i - 1]);
            probability[half - i] = (1 - level) / 2;
            probability[half + i] = (1 + level) / 2;
            value[half - i] = mean - distance;
            value[half + i] = mean + distance;
        }
        probability[0] = 0;
        probability[2 * half] = 1;
        return new PredictiveDistribution(mean, probability, value);
    }

    /** The centre: mean and median. */
    public double mean() {
        return mean;
    }

    /**
     * The log return that is not exceeded with the given probability.
     *
     * @param p from 0 to 1
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("not a probability: " + p);
        }
        int i = Arrays.binarySearch(probability, p);
        int above = i >= 0 ? i : -i - 1;
        for (int knot = Math.max(above - 1, 0); knot <= Math.min(above, value.length - 1); knot++) {
            if (Math.abs(probability[knot] - p) <= SAME_PROBABILITY) {
                return value[knot];
            }
        }
        double share = (p - probability[above - 1]) / (probability[above] - probability[above - 1]);
        return value[above - 1] + share * (value[above] - value[above - 1]);
    }

    /** Probability of a log return of at most x, from 0 to 1. */
    public double cdf(double x) {
        int last = value.length - 1;
        if (x < value[0]) {
            return 0;
        }
        if (x >= value[last]) {
            return 1;
        }
        int below = last - 1;
        while (value[below] > x) {
            below--;
        }
        double share = (x - value[below]) / (value[below + 1] - value[below]);
        return probability[below] + share * (probability[below + 1] - probability[below]);
    }

    /** Probability of a positive log return, from 0 to 1. */
    public double probabilityUp() {
        return 1 - cdf(0);
    }

    /**
     * Continuous ranked probability score of an outcome, in log returns, lower is better: 2 &int; (1[y &le; Q(p)] &minus;
     * p)(Q(p) &minus; y) dp over 0..1 (Gneiting and Ranjan 2011), integrated exactly piece by piece.
     */
    public double crps(double y) {
        double sum = 0;
        for (int i = 0; i + 1 < value.length; i++) {
            double from = value[i] - y;
            double to = value[i + 1] - y;
            if (from < 0 && to > 0) {
                double crossing = probability[i] - from / (to - from) * (probability[i + 1] - probability[i]);
                sum += piece(probability[i], crossing, from, 0) + piece(crossing, probability[i + 1], 0, to);
            } else {
                sum += piece(probability[i], probability[i + 1], from, to);
            }
        }
        return sum;
    }

    /** The integral over a piece on which Q &minus; y goes linearly from a to b without changing its sign. */
    private static double piece(double from, double to, double a, double b) {
        double width = to - from;
        double weighted = from * (a + b) / 2 + width * (a + 2 * b) / 6;
        double plain = (a + b) / 2;
        return 2 * width * (a + b >= 0 ? plain - weighted : -weighted);
    }
}
