/**
 * What each stage does, and the one way in which all of them are run, reused and recorded. Start at
 * {@link candor.pipeline.stage.Stage}. Must not know AWS, files or the command line.
 */
@NullMarked
package candor.pipeline.stage;

import org.jspecify.annotations.NullMarked;
