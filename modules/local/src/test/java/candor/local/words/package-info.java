/**
 * Tests of what is printed.
 */
@NullMarked
package candor.local.words;

import org.jspecify.annotations.NullMarked;
