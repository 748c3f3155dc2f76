package candor.forecasting.evaluation.loss;

import java.util.List;

/**
 * The predictive distribution between and beyond given quantiles.
 *
 * <p>Between neighbouring quantiles the distribution function F is linear. Below the lowest, (q&#8321;, p&#8321;), it is the
 * exponential tail through the two lowest: F(x) = p&#8321; exp((x - q&#8321;)/b) with b = (q&#8322; - q&#8321;)/ln(p&#8322;/p&#8321;). Above the
 * highest 1 - F is the same in mirror image. Equal neighbours are a step of F, whose upper end counts.
 */
public final class QuantileDistribution {

    private final List<Double> probabilities;
    private final List<Double> quantiles;

    private QuantileDistribution(List<Double> probabilities, List<Double> quantiles) {
        this.probabilities = probabilities;
        this.quantiles = quantiles;
    }

    /**
     * @param probabilities at least two, rising, within (0, 1)
     * @param quantiles as many, finite, none below the one before
     */
    public static QuantileDistribution of(List<Double> probabilities, List<Double> quantiles) {
        int n = probabilities.size();
        if (n < 2 || quantiles.size() != n) {
            throw new IllegalArgumentException(n + " probabilities for " + quantiles.size() + " quantiles");
        }
        double before = 0;
        for (double p : probabilities) {
            if (!(p > before && p < 1)) {
                throw new IllegalArgumentException("probabilities do not rise within (0, 1): " + probabilities);
            }
            before = p;
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(quantiles.get(i)) || (i > 0 && quantiles.get(i) < quantiles.get(i - 1))) {
                throw new IllegalArgumentException("quantiles fall or are not finite: " + quantiles);
            }
        }
        return new QuantileDistribution(List.copyOf(probabilities), List.copyOf(quantiles));
    }

    /** The probability of an outcome of at most {@code x}: the probability integral transform of an outcome. */
    public double cdf(double x) {
        int last = quantiles.size() - 1;
        if (x < quantiles.getFirst()) {
            return probabilities.getFirst() * decay(quantiles.getFirst() - x, lowerScale());
        }
        if (x >= quantiles.get(last)) {
            return 1 - (1 - probabilities.get(last)) * decay(x - quantiles.get(last), upperScale());
        }
        int i = last - 1;
        while (quantiles.get(i) > x) {
            i--;
        }
        double share = (x - quantiles.get(i)) / (quantiles.get(i + 1) - quantiles.get(i));
        return probabilities.get(i) + share * (probabilities.get(i + 1) - probabilities.get(i));
    }

    /**
     * The continuous ranked probability score, in closed form: the integral of F&sup2; below the outcome and of (1 - F)&sup2;
     * above it. A tail of mass p and scale b gives p&sup2;b/2, and m - 2pb(1 - exp(-m/b)) more where the outcome lies m inside
     * it.
     */
    public double crps(double realised) {
        int last = quantiles.size() - 1;
        double score = tail(probabilities.getFirst(), lowerScale(), quantiles.getFirst() - realised)
                + tail(1 - probabilities.get(last), upperScale(), realised - quantiles.get(last));
        for (int i = 0; i < last; i++) {
            score += segment(i, realised);
        }
        return score;
    }

    private double segment(int i, double realised) {
        double from = quantiles.get(i);
        double to = quantiles.get(i + 1);
        double pFrom = probabilities.get(i);
        double pTo = probabilities.get(i + 1);
        if (realised >= to) {
            return squared(to - from, pFrom, pTo);
        }
        if (realised <= from) {
            return squared(to - from, 1 - pFrom, 1 - pTo);
        }
        double p = pFrom + (realised - from) / (to - from) * (pTo - pFrom);
        return squared(realised - from, pFrom, p) + squared(to - realised, 1 - p, 1 - pTo);
    }

    /** Integral of the square of a function that runs straight from a to b over the width. */
    private static double squared(double width, double a, double b) {
        return width * (a * a + a * b + b * b) / 3;
    }

    private static double tail(double mass, double scale, double inside) {
        double whole = mass * mass * scale / 2;
        return inside <= 0 ? whole : whole + inside - 2 * mass * scale * (1 - decay(inside, scale));
    }

    private static double decay(double distance, double scale) {
        if (distance == 0) {
            return 1;
        }
        return scale == 0 ? 0 : StrictMath.exp(-distance / scale);
    }

    private double lowerScale() {
        return (quantiles.get(1) - quantiles.getFirst())
                / StrictMath.log(probabilities.get(1) / probabilities.getFirst());
    }

    private double upperScale() {
        int last = quantiles.size() - 1;
        return (quantiles.get(last) - quantiles.get(last - 1))
                / StrictMath.log((1 - probabilities.get(last - 1)) / (1 - probabilities.get(last)));
    }
}
