package candor.forecasting.volatility;

import java.util.Arrays;

/**
 * The Gaussian log-likelihood of GARCH(1,1) with a constant mean and its analytic score and information (Fiorentini,
 * Calzolari and Panattoni 1996). Parameters are in the order &mu;, &omega;, &alpha;, &beta;. Before the first return both
 * the squared residual and the variance are the mean squared residual, which moves with &mu;.
 */
final class GarchLikelihood {

    static final int PARAMETERS = 4;

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    private final double[] returns;
    private final double[] slope = new double[PARAMETERS];
    private final double[] score = new double[PARAMETERS];
    private final double[][] information = new double[PARAMETERS][];
    private double value;
    private double nextVariance;

    GarchLikelihood(double[] returns) {
        this.returns = returns;
        for (int i = 0; i < PARAMETERS; i++) {
            information[i] = new double[i + 1];
        }
    }

    /** Log-likelihood, score and expected information at a point; they stay until the next call. */
    void evaluate(double[] theta) {
        double omega = theta[1];
        double alpha = theta[2];
        double beta = theta[3];
        reset();
        double sum = 0;
        double squares = 0;
        for (double y : returns) {
            double residual = y - theta[0];
            sum += residual;
            squares += residual * residual;
        }
        double variance = squares / returns.length;
        double squared = variance;
        double squaredSlope = -2 * sum / returns.length;
        slope[0] = squaredSlope;
        double logs = 0;
        for (double y : returns) {
            double before = variance;
            variance = omega + alpha * squared + beta * before;
            slope[0] = alpha * squaredSlope + beta * slope[0];
            slope[1] = 1 + beta * slope[1];
            slope[2] = squared + beta * slope[2];
            slope[3] = before + beta * slope[3];
            double residual = y - theta[0];
            squared = residual * residual;
            squaredSlope = -2 * residual;
            logs += StrictMath.log(variance) + squared / variance;
            add(residual, squared, variance);
        }
        value = -0.5 * (returns.length * LOG_TWO_PI + logs);
        nextVariance = omega + alpha * squared + beta * variance;
    }

    private void reset() {
        for (int i = 0; i < PARAMETERS; i++) {
            slope[i] = 0;
            score[i] = 0;
            Arrays.fill(information[i], 0);
        }
    }

    private void add(double residual, double squared, double variance) {
        double inverse = 1 / variance;
        double weight = 0.5 * (squared * inverse - 1) * inverse;
        double curvature = 0.5 * inverse * inverse;
        for (int i = 0; i < PARAMETERS; i++) {
            score[i] += weight * slope[i];
            double[] row = information[i];
            double scaled = curvature * slope[i];
            for (int j = 0; j <= i; j++) {
                row[j] += scaled * slope[j];
            }
        }
        score[0] += residual * inverse;
        information[0][0] += inverse;
    }

    double value() {
        return value;
    }

    /** The gradient of the log-likelihood; a copy. */
    double[] score() {
        return score.clone();
    }

    /** The expected information as a lower triangle; a copy. */
    double[][] information() {
        double[][] copy = new double[PARAMETERS][];
        for (int i = 0; i < PARAMETERS; i++) {
            copy[i] = information[i].clone();
        }
        return copy;
    }

    /** The variance of the return after the last. */
    double nextVariance() {
        return nextVariance;
    }
}
