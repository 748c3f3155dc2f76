/**
 * A document of headings, paragraphs, tables and figures, and its two writers. Start at
 * {@link candor.reporting.document.Document}. Must not know forecasts.
 */
@NullMarked
package candor.reporting.document;

import org.jspecify.annotations.NullMarked;
