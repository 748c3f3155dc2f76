/**
 * The explore function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.ExploreStage}.
 */
@NullMarked
package candor.function.explore;

import org.jspecify.annotations.NullMarked;
