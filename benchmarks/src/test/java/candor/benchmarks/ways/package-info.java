@NullMarked
package candor.benchmarks.ways;

import org.jspecify.annotations.NullMarked;
