package candor.forecasting.explanation;

import candor.forecasting.learning.LinearFit;
import candor.forecasting.learning.RidgeCoefficients;
import candor.forecasting.volatility.LogHarCoefficients;
import candor.forecasting.volatility.LogHarRegressors;
import java.util.List;

/**
 * Shares in a linear forecast, exact: coefficient times the distance of the value from the training rows' mean. These
 * are the Shapley values of a linear model whose features are taken as independent (Lundberg and Lee 2017, corollary 1).
 */
public final class LinearShares {

    private LinearShares() {}

    /**
     * In log returns: w<sub>j</sub> (x<sub>j</sub> &minus; m<sub>j</sub>) / s<sub>j</sub>, the base being the mean of the
     * training targets.
     *
     * @param row finite features in the order of the ridge's
     */
    public static Explanation of(RidgeCoefficients ridge, double[] row) {
        LinearFit fit = ridge.fit();
        double[] shares = new double[row.length];
        for (int j = 0; j < shares.length; j++) {
            shares[j] = fit.weights().get(j)
                    * ((row[j] - fit.means().get(j)) / fit.deviations().get(j));
        }
        return Explanation.of(fit.intercept(), ridge.features(), row, shares);
    }

    /**
     * In logarithms of the variance, as {@link #ofLogVariance(double, List, List, List, double[])}.
     *
     * @param regressors finite, as {@link LogHarRegressors} has them
     */
    public static Explanation ofLogVariance(LogHarCoefficients logHar, double[] regressors) {
        return ofLogVariance(
                StrictMath.log(logHar.k()), logHar.b(), logHar.means(), LogHarRegressors.NAMES, regressors);
    }

    /**
     * In logarithms of the variance: b<sub>j</sub> (x<sub>j</sub> &minus; m<sub>j</sub>), the base being the log variance
     * at the training means, ln k + b&#8320; + &Sigma; b<sub>j</sub> m<sub>j</sub>.
     *
     * @param logLevel ln k
     * @param b the constant first
     * @param means of the regressors, without the constant
     * @param names of the regressors
     * @param regressors finite, without the constant
     */
    public static Explanation ofLogVariance(
            double logLevel, List<Double> b, List<Double> means, List<String> names, double[] regressors) {
        double base = logLevel + b.getFirst();
        double[] shares = new double[regressors.length];
        for (int j = 0; j < shares.length; j++) {
            double slope = b.get(j + 1);
            double mean = means.get(j);
            base += slope * mean;
            shares[j] = slope * (regressors[j] - mean);
        }
        return Explanation.of(base, names, regressors, shares);
    }
}
