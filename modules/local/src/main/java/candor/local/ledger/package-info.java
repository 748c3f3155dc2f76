/**
 * The ledger in one SQLite file. Start at {@link candor.local.ledger.SqliteLedger}. Must not know stages or the object
 * store's content.
 */
@NullMarked
package candor.local.ledger;

import org.jspecify.annotations.NullMarked;
