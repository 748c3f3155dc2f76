/** Tests of the tables' CSV form. */
@NullMarked
package candor.pipeline.table;

import org.jspecify.annotations.NullMarked;
