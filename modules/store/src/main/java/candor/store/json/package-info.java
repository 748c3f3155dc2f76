/**
 * How documents become JSON bytes and back: one mapper, one form. Must not know what the documents mean.
 */
@NullMarked
package candor.store.json;

import org.jspecify.annotations.NullMarked;
