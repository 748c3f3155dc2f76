/**
 * What can stop a stage, as types: {@link candor.pipeline.failure.TransientFailure} is worth a retry,
 * {@link candor.pipeline.failure.PermanentFailure} is not. Start at {@link candor.pipeline.failure.PipelineFailure}. Must
 * not know stages, stores or AWS.
 */
@NullMarked
package candor.pipeline.failure;

import org.jspecify.annotations.NullMarked;
