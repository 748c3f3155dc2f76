/**
 * The record-failure function: wiring for Lambda. What it does is in {@link candor.store.run.FailureRecorder}.
 */
@NullMarked
package candor.function.recordfailure;

import org.jspecify.annotations.NullMarked;
