/**
 * Runs: which checkpoints one used, and how it ended. Start at {@link candor.pipeline.run.RunRecords}. Must not know how
 * stages compute.
 */
@NullMarked
package candor.pipeline.run;

import org.jspecify.annotations.NullMarked;
