/**
 * Tests of what is put together on one machine.
 */
@NullMarked
package candor.local.wiring;

import org.jspecify.annotations.NullMarked;
