/** Contract tests of the ports, run against every adapter. */
@NullMarked
package candor.pipeline.port;

import org.jspecify.annotations.NullMarked;
