/** Tests of the folder store, also from two processes at once. */
@NullMarked
package candor.local.store;

import org.jspecify.annotations.NullMarked;
