@NullMarked
package candor.reporting.document;

import org.jspecify.annotations.NullMarked;
