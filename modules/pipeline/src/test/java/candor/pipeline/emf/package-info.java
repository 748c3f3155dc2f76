/** Tests of the embedded metric format. */
@NullMarked
package candor.pipeline.emf;

import org.jspecify.annotations.NullMarked;
