package candor.benchmarks.m6;

import org.hipparchus.special.Erf;

/**
 * Chances of each asset to end in each quintile, by numerical integration: no draws, no seed. Given the factor the assets
 * are independent, so that the number of others below a return is Poisson-binomial, exactly; what remains are an integral
 * over the asset's own deviation and one over the factor, by the trapezoidal rule, which for such integrands converges
 * faster than any power of the step.
 */
final class RankProbabilities {

    /** Of both integrals, in standard deviations: half of it moves the score by less than 1e-5. */
    static final double STEP = 0.25;

    private static final double REACH = 5;

    /** The normal distribution function, linear between points so close that it is right to 1e-7. */
    private static final int POINTS_PER_UNIT = 1024;

    private static final int NORMAL_REACH = 8;
    private static final double[] NORMAL = normal();

    private final OneFactor model;
    private final double step;
    private final int assets;
    private final int quintile;

    private RankProbabilities(OneFactor model, double step) {
        this.model = model;
        this.step = step;
        this.assets = model.assets();
        this.quintile = assets / Quintiles.COUNT;
    }

    /** For each asset the probabilities of the quintiles, lowest first; they add up to 1. */
    static double[][] of(OneFactor model, double step) {
        RankProbabilities integration = new RankProbabilities(model, step);
        double[][] probabilities = new double[integration.assets][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = integration.of(i);
        }
        return probabilities;
    }

    private double[] of(int asset) {
        double[] sums = new double[Quintiles.COUNT];
        double weights = 0;
        int nodes = (int) Math.round(REACH / step);
        for (int f = -nodes; f <= nodes; f++) {
            for (int e = -nodes; e <= nodes; e++) {
                double factor = f * step;
                double own = e * step;
                double weight = StrictMath.exp(-(factor * factor + own * own) / 2);
                if (weight > 1e-9) {
                    addPlaces(sums, weight, below(asset, factor, own));
                    weights += weight;
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= weights;
        }
        return sums;
    }

    private void addPlaces(double[] sums, double weight, double[] numberBelow) {
        for (int place = 0; place < assets; place++) {
            sums[place / quintile] += weight * numberBelow[place];
        }
    }

    /** Probabilities of 0, 1, 2 ... of the others below the asset, given the factor and the asset's own deviation. */
    private double[] below(int asset, double factor, double own) {
        double level = model.level(asset, factor) + model.rest(asset) * own;
        double[] probabilities = new double[assets];
        probabilities[0] = 1;
        int counted = 0;
        for (int other = 0; other < assets; other++) {
            if (other != asset) {
                double p = normal((level - model.level(other, factor)) / model.rest(other));
                counted++;
                for (int n = counted; n > 0; n--) {
                    probabilities[n] += p * (probabilities[n - 1] - probabilities[n]);
                }
                probabilities[0] *= 1 - p;
            }
        }
        return probabilities;
    }

    private static double normal(double x) {
        if (x <= -NORMAL_REACH) {
            return 0;
        }
        if (x >= NORMAL_REACH) {
            return 1;
        }
        double position = (x + NORMAL_REACH) * POINTS_PER_UNIT;
        int before = (int) position;
        return NORMAL[before] + (position - before) * (NORMAL[before + 1] - NORMAL[before]);
    }

    private static double[] normal() {
        double[] points = new double[2 * NORMAL_REACH * POINTS_PER_UNIT + 1];
        for (int i = 0; i < points.length; i++) {
            points[i] = Erf.erfc(-((double) i / POINTS_PER_UNIT - NORMAL_REACH) / Math.sqrt(2)) / 2;
        }
        return points;
    }
}
