/** A candidate of the tests: where the product's are, as the table names them without an import. */
@NullMarked
package candor.forecasting.candidate;

import org.jspecify.annotations.NullMarked;
