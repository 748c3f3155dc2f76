@NullMarked
package candor.benchmarks.parity;

import org.jspecify.annotations.NullMarked;
