/** Tests of the JSON form. */
@NullMarked
package candor.store.json;

import org.jspecify.annotations.NullMarked;
