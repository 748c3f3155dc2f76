/**
 * How numbers and dates are written wherever a person reads them: statement, report, terminal, console, API texts and log lines.
 *
 * <p>Start at {@link candor.forecasting.text.Figures}. Each kind of quantity has one convention there, so that the same
 * value has the same digits everywhere; what sets the text, a report or a page, may change the minus sign, the spaces and
 * the separators of thousands, never a digit. Nothing here knows what the numbers are for.
 */
@NullMarked
package candor.forecasting.text;

import org.jspecify.annotations.NullMarked;
