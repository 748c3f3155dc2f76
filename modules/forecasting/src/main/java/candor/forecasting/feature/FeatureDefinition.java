package candor.forecasting.feature;

/**
 * What a feature is.
 *
 * @param name its column, unique
 * @param formula in the symbols of {@link Features}
 * @param source who described it, or what it is commonly called
 */
public record FeatureDefinition(String name, String formula, String source) {

    public FeatureDefinition {
        if (name.isBlank() || formula.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("feature '" + name + "' lacks a name, formula or source");
        }
    }
}
