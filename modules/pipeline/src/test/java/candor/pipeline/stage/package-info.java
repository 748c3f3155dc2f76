/** Tests of the stages, alone and as a chain. */
@NullMarked
package candor.pipeline.stage;

import org.jspecify.annotations.NullMarked;
