@NullMarked
package candor.serving.batch;

import org.jspecify.annotations.NullMarked;
