/** Contract tests of the ports, run against every adapter. */
@NullMarked
package candor.store.port;

import org.jspecify.annotations.NullMarked;
