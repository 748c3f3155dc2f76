/**
 * Numbers and dates as English text without any locale, and text as markup. Start at
 * {@link candor.reporting.text.Numerals}.
 */
@NullMarked
package candor.reporting.text;

import org.jspecify.annotations.NullMarked;
