package candor.forecasting.harp;

import java.util.List;

/**
 * How a log variance came about, number by number in the order of {@link OwnRegressors#NAMES}, the constant first.
 *
 * @param coefficients b
 * @param means of the regressors over the prior's rows and the own ones, as the fit weighs them
 * @param row the regressors at the origin
 */
public record Regression(List<Double> coefficients, List<Double> means, List<Double> row) {

    public Regression {
        coefficients = List.copyOf(coefficients);
        means = List.copyOf(means);
        row = List.copyOf(row);
    }
}
