/** Reports drawn from a sample model, and looked at from outside: as XML, as text of a PDF, as bytes. */
@NullMarked
package candor.reporting;

import org.jspecify.annotations.NullMarked;
