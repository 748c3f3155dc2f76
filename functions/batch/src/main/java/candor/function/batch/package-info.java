/** The batch function: predictions for files that are dropped into the bucket. */
@NullMarked
package candor.function.batch;

import org.jspecify.annotations.NullMarked;
