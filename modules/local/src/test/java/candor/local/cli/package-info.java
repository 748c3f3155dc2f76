/** The command line as a person meets it; start at {@link candor.local.cli.Terminal}. */
@NullMarked
package candor.local.cli;

import org.jspecify.annotations.NullMarked;
