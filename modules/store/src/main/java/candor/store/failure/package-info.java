/**
 * What can stop a stage, as types: {@link candor.store.failure.TransientFailure} is worth a retry,
 * {@link candor.store.failure.PermanentFailure} is not. Start at {@link candor.store.failure.PipelineFailure}. Must
 * not know stages, stores or AWS.
 */
@NullMarked
package candor.store.failure;

import org.jspecify.annotations.NullMarked;
