/** Tests of the SQLite ledger, also from two processes at once. */
@NullMarked
package candor.local.ledger;

import org.jspecify.annotations.NullMarked;
