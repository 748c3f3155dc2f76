/** Numbers and dates set as print has them. Start at {@link candor.reporting.text.Numerals}. */
@NullMarked
package candor.reporting.text;

import org.jspecify.annotations.NullMarked;
