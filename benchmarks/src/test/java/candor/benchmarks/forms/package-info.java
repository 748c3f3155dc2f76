@NullMarked
package candor.benchmarks.forms;

import org.jspecify.annotations.NullMarked;
