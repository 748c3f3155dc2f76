package candor.forecasting.learning;

import java.time.LocalDate;
import java.util.List;

/**
 * A fitted ridge regression of an h-session log return on features.
 *
 * @param features names of the regressors, in the order of the row that {@link #forecast} takes
 * @param fit scaler and weights
 * @param penalty as in scikit-learn's {@code Ridge(alpha)} on standardised features, &gt; 0
 * @param rows training rows
 * @param fittedAt last session seen
 */
public record RidgeCoefficients(List<String> features, LinearFit fit, double penalty, int rows, LocalDate fittedAt) {

    /** The candidate's name in metrics and messages. */
    public static final String NAME = "ridge";

    public RidgeCoefficients {
        features = List.copyOf(features);
        if (features.size() != fit.weights().size()) {
            throw new IllegalArgumentException(
                    features.size() + " features for " + fit.weights().size() + " weights");
        }
    }

    /**
     * Fits on the rows that the moments hold.
     *
     * @throws FitDidNotConverge if a weight is not finite or there is no row
     */
    public static RidgeCoefficients fit(
            CoMoments moments, List<String> features, double penalty, LocalDate lastSession) {
        return new RidgeCoefficients(
                features, LinearFit.of(moments, penalty, NAME), penalty, moments.rows(), lastSession);
    }

    /** Forecast of the log return from the features at the origin; NaN where one of them is not defined. */
    public double forecast(double[] row) {
        return fit.at(row);
    }
}
