/** Tests of checkpoints: format, reuse, damage, races. */
@NullMarked
package candor.store.checkpoint;

import org.jspecify.annotations.NullMarked;
