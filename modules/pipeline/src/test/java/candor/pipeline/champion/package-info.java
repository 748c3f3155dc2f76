/**
 * Tests of who serves.
 */
@NullMarked
package candor.pipeline.champion;

import org.jspecify.annotations.NullMarked;
