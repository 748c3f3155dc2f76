@NullMarked
package candor.function.predict;

import org.jspecify.annotations.NullMarked;
