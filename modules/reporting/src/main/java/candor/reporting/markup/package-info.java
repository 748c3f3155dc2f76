/**
 * Elements and text that are written as a page which is both HTML and well-formed XML; text is escaped as it is written, so
 * nothing that is shown can become markup. Start at {@link candor.reporting.markup.Element}. Must not know what is
 * shown.
 */
@NullMarked
package candor.reporting.markup;

import org.jspecify.annotations.NullMarked;
