package candor.forecasting.feature;

import java.util.function.Function;

/**
 * A feature and how its column is computed.
 *
 * @param column one value for each session, the one at t from the bars 0..t only; NaN where not defined
 */
record Feature(FeatureDefinition definition, Function<AdjustedBars, double[]> column) {

    static Feature of(String name, String formula, String source, Function<AdjustedBars, double[]> column) {
        return new Feature(new FeatureDefinition(name, formula, source), column);
    }
}
