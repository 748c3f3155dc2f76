/**
 * CSV that stages write: bytes from rows and back, with one way to write a number. Start at {@link candor.store.csv.Csv}.
 * Must not know what any table holds.
 */
@NullMarked
package candor.store.csv;

import org.jspecify.annotations.NullMarked;
