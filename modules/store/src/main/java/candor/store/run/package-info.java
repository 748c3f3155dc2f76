/**
 * Runs: which checkpoints one used, and how it ended. Start at {@link candor.store.run.RunRecords}. Must not know how
 * stages compute.
 */
@NullMarked
package candor.store.run;

import org.jspecify.annotations.NullMarked;
