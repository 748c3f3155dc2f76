/** Tests of run records, pointers and failures. */
@NullMarked
package candor.pipeline.run;

import org.jspecify.annotations.NullMarked;
