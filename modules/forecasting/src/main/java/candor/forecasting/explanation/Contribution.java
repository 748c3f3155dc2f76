package candor.forecasting.explanation;

/**
 * A feature's share in one forecast.
 *
 * @param feature its name
 * @param value of the feature at the origin
 * @param contribution in the unit of the forecast; 0 where the model does not look at the feature
 */
public record Contribution(String feature, double value, double contribution) {

    public Contribution {
        if (!Double.isFinite(value) || !Double.isFinite(contribution)) {
            throw new IllegalArgumentException(
                    feature + ": want finite numbers, got the value " + value + " and the share " + contribution);
        }
    }
}
