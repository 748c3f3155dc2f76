/**
 * Reports: a run's documents turned into a page, a PDF and single plots. Start at {@link candor.reporting.Reports}. Must
 * not know where the documents come from, nor compute a number that is not already in them.
 */
@NullMarked
package candor.reporting;

import org.jspecify.annotations.NullMarked;
