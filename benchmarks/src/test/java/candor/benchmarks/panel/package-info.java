/** A panel of files, from the folder to the bars. */
@NullMarked
package candor.benchmarks.panel;

import org.jspecify.annotations.NullMarked;
