@NullMarked
package candor.reporting.markup;

import org.jspecify.annotations.NullMarked;
