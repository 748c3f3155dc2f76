package candor.forecasting.volatility;

import java.time.LocalDate;
import java.util.List;

/**
 * A fitted log-HAR regression for one horizon: variance of the h-session log return = k exp(b&#8320; + &Sigma;
 * b<sub>j</sub> x<sub>j</sub>).
 *
 * @param b constant first, then one coefficient for each regressor of {@link LogHarRegressors}
 * @param means of the regressors over the training rows
 * @param k from the level of the range proxy to that of squared returns, &gt; 0: mean of the squared h-session returns
 *     over mean of the fitted exponentials, both on the training rows
 * @param rows training rows
 * @param fittedAt last session seen
 */
public record LogHarCoefficients(List<Double> b, List<Double> means, double k, int rows, LocalDate fittedAt) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "logHarL";

    public LogHarCoefficients {
        b = List.copyOf(b);
        means = List.copyOf(means);
        if (means.size() != b.size() - 1) {
            throw new IllegalArgumentException(means.size() + " means of regressors for " + b.size() + " coefficients");
        }
        if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("log-HAR rescaling not a positive number: " + k);
        }
    }

    /** Variance of the h-session log return after the session whose regressors these are; NaN where they are NaN. */
    public double variance(double[] regressors) {
        return k * exponential(b, regressors);
    }

    static double exponential(List<Double> b, double[] regressors) {
        double sum = b.get(0);
        for (int j = 0; j < regressors.length; j++) {
            sum += b.get(j + 1) * regressors[j];
        }
        return StrictMath.exp(sum);
    }
}
