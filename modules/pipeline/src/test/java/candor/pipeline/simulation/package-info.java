/** Days on simulated stores and ledgers, each cut off or disturbed after every single change. */
@NullMarked
package candor.pipeline.simulation;

import org.jspecify.annotations.NullMarked;
