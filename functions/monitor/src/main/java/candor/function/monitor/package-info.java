/**
 * The monitor function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.MonitorStage}.
 */
@NullMarked
package candor.function.monitor;

import org.jspecify.annotations.NullMarked;
