/**
 * The forecast function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.ForecastStage}.
 */
@NullMarked
package candor.function.forecast;

import org.jspecify.annotations.NullMarked;
