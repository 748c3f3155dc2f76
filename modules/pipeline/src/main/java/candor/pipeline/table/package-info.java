/**
 * How tables become CSV bytes and back, and the tables that stages share. Start at {@link candor.pipeline.table.Csv}.
 */
@NullMarked
package candor.pipeline.table;

import org.jspecify.annotations.NullMarked;
