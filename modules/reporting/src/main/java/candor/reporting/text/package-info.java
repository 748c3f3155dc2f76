/** Numbers and dates as English text without any locale. Start at {@link candor.reporting.text.Numerals}. */
@NullMarked
package candor.reporting.text;

import org.jspecify.annotations.NullMarked;
