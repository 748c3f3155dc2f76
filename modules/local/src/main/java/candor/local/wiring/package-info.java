/**
 * Puts together what runs on one machine: home, folder for the bucket, file for the table, handlers, and the runner of the
 * state machine that is deployed. Start at {@link candor.local.wiring.LocalPipeline}. Must not know a command or its
 * options.
 */
@NullMarked
package candor.local.wiring;

import org.jspecify.annotations.NullMarked;
