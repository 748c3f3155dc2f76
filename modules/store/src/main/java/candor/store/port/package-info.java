/**
 * What stages need from the outside world, as interfaces: where bars come from, where objects are kept, what is asked
 * later, where measurements go. Implemented by the adapters. Must not know any of them.
 */
@NullMarked
package candor.store.port;

import org.jspecify.annotations.NullMarked;
