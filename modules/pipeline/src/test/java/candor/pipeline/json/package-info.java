/** Tests of the JSON form. */
@NullMarked
package candor.pipeline.json;

import org.jspecify.annotations.NullMarked;
