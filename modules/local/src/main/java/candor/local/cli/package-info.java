/**
 * The command line: what a person types, and what they are told. Start at {@link candor.local.cli.Main}; a run is
 * {@link candor.local.wiring.LocalPipeline}. The only place, with the functions' wiring, that knows the process's clock,
 * environment and streams.
 */
@NullMarked
package candor.local.cli;

import org.jspecify.annotations.NullMarked;
