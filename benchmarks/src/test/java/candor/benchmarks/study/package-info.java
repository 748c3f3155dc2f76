/** Work on many series at once. */
@NullMarked
package candor.benchmarks.study;

import org.jspecify.annotations.NullMarked;
