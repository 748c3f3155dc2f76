@NullMarked
package candor.reporting.plot;

import org.jspecify.annotations.NullMarked;
