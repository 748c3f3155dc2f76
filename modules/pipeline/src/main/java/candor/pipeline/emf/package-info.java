/**
 * Measurements as lines of CloudWatch's embedded metric format; needs no AWS library, so both Lambda and the local log
 * carry them. Start at {@link candor.pipeline.emf.EmfMetrics}. Must not know stages.
 */
@NullMarked
package candor.pipeline.emf;

import org.jspecify.annotations.NullMarked;
