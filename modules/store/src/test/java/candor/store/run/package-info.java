/** Tests of run records, pointers and failures. */
@NullMarked
package candor.store.run;

import org.jspecify.annotations.NullMarked;
