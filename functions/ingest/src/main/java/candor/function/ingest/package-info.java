/**
 * The ingest function: wiring for Lambda, and nothing else. What it does is in
 * {@link candor.pipeline.stage.IngestStage}.
 */
@NullMarked
package candor.function.ingest;

import org.jspecify.annotations.NullMarked;
