/**
 * The evaluate function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.EvaluateStage}.
 */
@NullMarked
package candor.function.evaluate;

import org.jspecify.annotations.NullMarked;
