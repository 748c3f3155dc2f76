/**
 * What a model may look at: numbers computed from bars up to and including a session. Start at
 * {@link candor.forecasting.feature.FeatureTable}. Must not know models, targets or files.
 */
@NullMarked
package candor.forecasting.feature;

import org.jspecify.annotations.NullMarked;
