/** The console over real HTTP on loopback, on a made-up store. */
@NullMarked
package candor.local.console;

import org.jspecify.annotations.NullMarked;
