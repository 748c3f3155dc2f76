/** Tests of checkpoints: format, reuse, damage, races. */
@NullMarked
package candor.pipeline.checkpoint;

import org.jspecify.annotations.NullMarked;
