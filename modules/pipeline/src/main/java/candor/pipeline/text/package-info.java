/** How messages are worded, wherever they are made. */
@NullMarked
package candor.pipeline.text;

import org.jspecify.annotations.NullMarked;
