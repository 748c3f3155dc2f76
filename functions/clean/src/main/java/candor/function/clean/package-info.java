/**
 * The clean function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.CleanStage}.
 */
@NullMarked
package candor.function.clean;

import org.jspecify.annotations.NullMarked;
