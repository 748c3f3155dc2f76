/**
 * Where two sources of the same bars differ. Start at {@link candor.marketdata.compare.CrossCheck}. Must not know which of
 * them is right, nor where they came from.
 */
@NullMarked
package candor.marketdata.compare;

import org.jspecify.annotations.NullMarked;
