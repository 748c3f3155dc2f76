/**
 * Predictions for many rows at once, from a file to a file: on a person's machine and, for files dropped into the bucket, in
 * the cloud. Start at {@link candor.serving.batch.BatchPredictions}. Must not know files, commands or events.
 */
@NullMarked
package candor.serving.batch;

import org.jspecify.annotations.NullMarked;
