/**
 * What the command line prints of documents: forecasts, verdicts, scorecards, bars, executions. Start at
 * {@link candor.local.words.ForecastText}. Must not compute a figure, nor know a command.
 */
@NullMarked
package candor.local.words;

import org.jspecify.annotations.NullMarked;
