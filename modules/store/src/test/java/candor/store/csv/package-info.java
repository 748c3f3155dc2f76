/**
 * Tests of CSV.
 */
@NullMarked
package candor.store.csv;

import org.jspecify.annotations.NullMarked;
