/**
 * The tables that stages share, as CSV. Start at {@link candor.pipeline.table.BacktestTable}. Must not know which stage
 * writes or reads them.
 */
@NullMarked
package candor.pipeline.table;

import org.jspecify.annotations.NullMarked;
