package candor.forecasting.learning;

import java.util.Arrays;

/**
 * Means and centred co-moments of regressors and target, grown one row at a time: all that a linear regression needs to
 * know of its training rows, so that a refit does not read them again.
 *
 * <p>The update is Welford's (1962) in its bivariate form: with d = row &minus; old means and n rows after the update,
 * means &larr; means + d/n and C<sub>ij</sub> &larr; C<sub>ij</sub> + (n&minus;1)/n &middot; d<sub>i</sub> d<sub>j</sub>.
 * Deviations are taken before they are multiplied, hence no digits are lost to a large mean.
 */
public final class CoMoments {

    private final int regressors;
    private final double[] mean;
    private final double[] deviation;
    private final double[][] comoment;
    private int rows;

    /**
     * @param regressors columns without the constant and without the target, &ge; 1
     */
    public CoMoments(int regressors) {
        if (regressors < 1) {
            throw new IllegalArgumentException("no regressors");
        }
        this.regressors = regressors;
        this.mean = new double[regressors + 1];
        this.deviation = new double[regressors + 1];
        this.comoment = new double[regressors + 1][];
        Arrays.setAll(comoment, i -> new double[i + 1]);
    }

    /**
     * Takes one training row in.
     *
     * @param x finite regressors
     * @param y finite target
     */
    public void add(double[] x, double y) {
        rows++;
        for (int i = 0; i <= regressors; i++) {
            deviation[i] = (i < regressors ? x[i] : y) - mean[i];
            mean[i] += deviation[i] / rows;
        }
        double weight = (rows - 1.0) / rows;
        for (int i = 0; i <= regressors; i++) {
            double weighted = weight * deviation[i];
            double[] row = comoment[i];
            for (int j = 0; j <= i; j++) {
                row[j] += weighted * deviation[j];
            }
        }
    }

    /** Rows taken in so far. */
    public int rows() {
        return rows;
    }

    /** Number of regressors. */
    public int regressors() {
        return regressors;
    }

    double mean(int regressor) {
        return mean[regressor];
    }

    double targetMean() {
        return mean[regressors];
    }

    /** Sum over the rows of the product of the deviations of two regressors, j &le; i. */
    double comoment(int i, int j) {
        return comoment[i][j];
    }

    /** Sum over the rows of the product of the deviations of a regressor and of the target. */
    double targetComoment(int regressor) {
        return comoment[regressors][regressor];
    }

    /** Population standard deviation (divisor: rows) of a regressor; 0 where it is constant. */
    double standardDeviation(int regressor) {
        return Math.sqrt(comoment[regressor][regressor] / rows);
    }
}
