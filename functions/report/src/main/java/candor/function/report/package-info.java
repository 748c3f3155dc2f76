/**
 * The report function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.ReportStage}.
 */
@NullMarked
package candor.function.report;

import org.jspecify.annotations.NullMarked;
