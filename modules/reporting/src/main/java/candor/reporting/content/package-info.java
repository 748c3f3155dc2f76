/**
 * What a report says, in which order. Start at {@link candor.reporting.content.ReportContent}. Must not know HTML or PDF.
 */
@NullMarked
package candor.reporting.content;

import org.jspecify.annotations.NullMarked;
