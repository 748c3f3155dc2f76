/**
 * Checkpoints: what a stage made, found again by the fingerprint of what went into it. The format is specified in
 * docs/checkpoint-format.md. Must not know any stage.
 */
@NullMarked
package candor.store.checkpoint;

import org.jspecify.annotations.NullMarked;
