/** A disk in memory that can be cut off at every change, and what the store of a home leaves there. */
@NullMarked
package candor.local.disk;

import org.jspecify.annotations.NullMarked;
