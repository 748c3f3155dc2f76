@NullMarked
package candor.pipeline.batch;

import org.jspecify.annotations.NullMarked;
