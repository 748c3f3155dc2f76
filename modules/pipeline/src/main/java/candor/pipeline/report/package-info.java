/**
 * What a run hands to its reader, as documents that are stored and shown: forecast, metrics, promotion, exploration.
 * Start at {@link candor.pipeline.report.ReportModel}. Must not know how anything is drawn.
 */
@NullMarked
package candor.pipeline.report;

import org.jspecify.annotations.NullMarked;
