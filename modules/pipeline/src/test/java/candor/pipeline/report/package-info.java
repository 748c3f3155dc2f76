/** Tests of what documents of a report say. */
@NullMarked
package candor.pipeline.report;

import org.jspecify.annotations.NullMarked;
