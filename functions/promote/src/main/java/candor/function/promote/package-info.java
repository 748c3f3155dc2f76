/**
 * The promote function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.PromoteStage}.
 */
@NullMarked
package candor.function.promote;

import org.jspecify.annotations.NullMarked;
