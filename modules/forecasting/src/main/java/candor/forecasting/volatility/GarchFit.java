package candor.forecasting.volatility;

import candor.forecasting.learning.Cholesky;
import candor.forecasting.learning.FitDidNotConverge;
import java.util.List;

/**
 * Maximum likelihood by Fisher scoring with step halving, on returns in units of their standard deviation. It has
 * converged when the Newton decrement g&#7488; I&#8315;&sup1; g is below {@value #TOLERANCE}: the next step would move no
 * combination of the parameters by more than a millionth of its standard error. An optimum on the edge of what is
 * admissible (&alpha; = 0, where &beta; means nothing; &alpha; + &beta; = 1, where there is no long-run variance) has no
 * such point and is rejected.
 */
final class GarchFit {

    static final double TOLERANCE = 1e-12;

    /** The least returns that say anything about persistence. */
    static final int LEAST_RETURNS = 100;

    private static final int STEPS = 200;
    private static final int HALVINGS = 40;
    private static final double RANK_TOLERANCE = 1e-14;

    /** &alpha; and &beta; to start from; &omega; follows, so that the long-run variance is the sample's. */
    private static final List<double[]> STARTS = List.of(
            new double[] {0.05, 0.90}, new double[] {0.10, 0.80}, new double[] {0.03, 0.96}, new double[] {0.20, 0.60});

    private final GarchLikelihood likelihood;
    private final double unit;
    private double[] theta;
    private double value;

    private GarchFit(double[] returns, int start) {
        this.unit = standardDeviation(returns);
        double[] standardised = new double[returns.length];
        double mean = 0;
        for (int t = 0; t < returns.length; t++) {
            standardised[t] = returns[t] / unit;
            mean += standardised[t];
        }
        double[] begin = STARTS.get(Math.min(start, STARTS.size() - 1));
        this.theta = new double[] {mean / returns.length, 1 - begin[0] - begin[1], begin[0], begin[1]};
        this.likelihood = new GarchLikelihood(standardised);
    }

    /**
     * &mu;, &omega;, &alpha;, &beta;, the variance of the return after the last, and the log-likelihood, in the units of
     * the returns.
     *
     * @param start 0..3, the set of starting values; above that the last
     * @throws FitDidNotConverge with what was reached
     */
    static Estimate of(double[] returns, int start) {
        if (returns.length < LEAST_RETURNS) {
            throw new FitDidNotConverge(Garch.NAME, returns.length + " returns, at least " + LEAST_RETURNS + " wanted");
        }
        GarchFit fit = new GarchFit(returns, start);
        fit.climb();
        return fit.estimate(returns.length);
    }

    /**
     * @param logLikelihood Gaussian, constants included
     */
    record Estimate(double mu, double omega, double alpha, double beta, double nextVariance, double logLikelihood) {}

    private static double standardDeviation(double[] returns) {
        double mean = 0;
        for (double r : returns) {
            mean += r;
        }
        mean /= returns.length;
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
        }
        double deviation = Math.sqrt(squares / returns.length);
        if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new FitDidNotConverge(Garch.NAME, "the returns' standard deviation is " + deviation);
        }
        return deviation;
    }

    private void climb() {
        likelihood.evaluate(theta);
        value = likelihood.value();
        for (int step = 0; step < STEPS; step++) {
            double[] score = likelihood.score();
            double[] direction = score.clone();
            if (!Cholesky.solveInPlace(likelihood.information(), direction, RANK_TOLERANCE)) {
                throw failure("the parameters are not determined");
            }
            double decrement = 0;
            for (int i = 0; i < score.length; i++) {
                decrement += score[i] * direction[i];
            }
            if (decrement < TOLERANCE) {
                return;
            }
            advance(direction, decrement);
        }
        throw failure("no maximum after " + STEPS + " steps");
    }

    /** The longest of the halved steps that stays admissible and climbs by a fair share of what the slope promises. */
    private void advance(double[] direction, double decrement) {
        double length = 1;
        double[] tried = new double[theta.length];
        for (int halving = 0; halving < HALVINGS; halving++, length /= 2) {
            for (int i = 0; i < tried.length; i++) {
                tried[i] = theta[i] + length * direction[i];
            }
            if (isAdmissible(tried)) {
                likelihood.evaluate(tried);
                // Near the top the gain drowns in the rounding of the sum; there the decrement decides.
                double gain = likelihood.value() - value;
                if (gain >= 1e-4 * length * decrement - 1e-13 * Math.abs(value)) {
                    theta = tried;
                    value = likelihood.value();
                    return;
                }
            }
        }
        throw failure("no way up that stays admissible");
    }

    private static boolean isAdmissible(double[] theta) {
        return theta[1] > 0 && theta[2] > 0 && theta[3] >= 0 && theta[2] + theta[3] < 1;
    }

    private FitDidNotConverge failure(String reason) {
        return new FitDidNotConverge(
                Garch.NAME,
                reason + " at omega " + (float) (theta[1] * unit * unit) + ", alpha " + (float) theta[2] + ", beta "
                        + (float) theta[3]);
    }

    private Estimate estimate(int returns) {
        double variance = unit * unit;
        return new Estimate(
                theta[0] * unit,
                theta[1] * variance,
                theta[2],
                theta[3],
                likelihood.nextVariance() * variance,
                value - returns * StrictMath.log(unit));
    }
}
