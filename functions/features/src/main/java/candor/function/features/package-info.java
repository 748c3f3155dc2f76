/**
 * The features function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.FeaturesStage}.
 */
@NullMarked
package candor.function.features;

import org.jspecify.annotations.NullMarked;
