package candor.forecasting.evaluation.loss;

import org.hipparchus.special.Erf;

/**
 * The continuous ranked probability score, the integral of (F(x) - 1[x &ge; y])&sup2; over x, in the outcome's unit; lower
 * is better. For calibrated quantiles see {@link QuantileDistribution#crps}.
 */
public final class Crps {

    private Crps() {}

    /**
     * Of a normal forecast (Gneiting &amp; Raftery 2007): sd (z(2&Phi;(z) - 1) + 2&phi;(z) - 1/&radic;&pi;), z = (y - mean)/sd.
     *
     * @param standardDeviation above 0
     */
    public static double normal(double mean, double standardDeviation, double realised) {
        double z = (realised - mean) / standardDeviation;
        double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return standardDeviation * (z * Erf.erf(z / Math.sqrt(2)) + 2 * density - 1 / Math.sqrt(Math.PI));
    }
}
