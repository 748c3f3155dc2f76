/**
 * The local console: forecasts, reports and runs as pages without script, and the API's twin, on loopback. Start at
 * {@link candor.local.console.ConsoleServer}; what is answered is in {@link candor.local.console.Console}. Must not know
 * how runs are executed or kept ({@link candor.local.console.RunsView} is given), and changes nothing.
 */
@NullMarked
package candor.local.console;

import org.jspecify.annotations.NullMarked;
