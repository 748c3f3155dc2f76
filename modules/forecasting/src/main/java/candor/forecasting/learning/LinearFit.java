package candor.forecasting.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Least squares with a constant on standardised regressors, with or without a ridge penalty: minimises
 * &Sigma;(y &minus; ȳ &minus; &Sigma; w<sub>j</sub> (x<sub>j</sub> &minus; x̄<sub>j</sub>)/s<sub>j</sub>)&sup2; +
 * penalty &middot; &Sigma; w<sub>j</sub>&sup2; (Hoerl and Kennard 1970), s<sub>j</sub> the population standard deviation
 * of the training rows. A penalty of zero is ordinary least squares. The constant is not penalised.
 *
 * @param means of the regressors over the training rows
 * @param deviations what each regressor is divided by; 1 for a constant one
 * @param weights of the standardised regressors
 * @param intercept mean of the target over the training rows
 */
public record LinearFit(List<Double> means, List<Double> deviations, List<Double> weights, double intercept) {

    /** Smallest pivot, relative to the diagonal, that still counts as a regressor of its own. */
    private static final double RANK_TOLERANCE = 1e-12;

    public LinearFit {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
        if (means.size() != weights.size() || deviations.size() != weights.size()) {
            throw new IllegalArgumentException(means.size() + " means and " + deviations.size() + " deviations for "
                    + weights.size() + " weights");
        }
    }

    /**
     * Solves the normal equations by Cholesky decomposition.
     *
     * @param penalty &ge; 0
     * @param candidate whose fit it is, for the exception
     * @throws FitDidNotConverge if the rows do not determine the weights, or a weight is not finite
     */
    public static LinearFit of(CoMoments moments, double penalty, String candidate) {
        int p = moments.regressors();
        if (moments.rows() <= p && penalty == 0) {
            throw new FitDidNotConverge(candidate, moments.rows() + " rows for " + p + " regressors and a constant");
        }
        if (moments.rows() == 0) {
            throw new FitDidNotConverge(candidate, "no training row");
        }
        double[] scale = new double[p];
        for (int i = 0; i < p; i++) {
            double deviation = moments.standardDeviation(i);
            scale[i] = deviation == 0 ? 1 : deviation;
        }
        double[][] gram = new double[p][];
        double[] right = new double[p];
        for (int i = 0; i < p; i++) {
            gram[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                gram[i][j] = moments.comoment(i, j) / scale[i] / scale[j];
            }
            gram[i][i] += penalty;
            right[i] = moments.targetComoment(i) / scale[i];
        }
        if (!Cholesky.solveInPlace(gram, right, RANK_TOLERANCE)) {
            throw new FitDidNotConverge(
                    candidate, "its " + p + " regressors are linearly dependent on " + moments.rows() + " rows");
        }
        return finite(moments, scale, right, candidate);
    }

    private static LinearFit finite(CoMoments moments, double[] scale, double[] weights, String candidate) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        List<Double> solved = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isFinite(weights[i])) {
                throw new FitDidNotConverge(candidate, "weight " + i + " is " + weights[i]);
            }
            means.add(moments.mean(i));
            deviations.add(scale[i]);
            solved.add(weights[i]);
        }
        return new LinearFit(means, deviations, solved, moments.targetMean());
    }

    /** The fitted value of a row of regressors; NaN where one of them is NaN. */
    public double at(double[] x) {
        double sum = intercept;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i) * ((x[i] - means.get(i)) / deviations.get(i));
        }
        return sum;
    }

    /** Constant first, then one coefficient for each regressor as it was given (not standardised). */
    public double[] coefficients() {
        double[] b = new double[weights.size() + 1];
        b[0] = intercept;
        for (int i = 0; i < weights.size(); i++) {
            b[i + 1] = weights.get(i) / deviations.get(i);
            b[0] -= b[i + 1] * means.get(i);
        }
        return b;
    }
}
