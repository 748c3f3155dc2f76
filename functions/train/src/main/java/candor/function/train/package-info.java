/**
 * The train function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.TrainStage}.
 */
@NullMarked
package candor.function.train;

import org.jspecify.annotations.NullMarked;
