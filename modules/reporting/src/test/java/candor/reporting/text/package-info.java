@NullMarked
package candor.reporting.text;

import org.jspecify.annotations.NullMarked;
