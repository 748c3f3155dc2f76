/**
 * Daily bars from Tiingo's end-of-day endpoint, with the user's own token. Start at
 * {@link candor.marketdata.tiingo.TiingoBars}. Must not know what is held already.
 */
@NullMarked
package candor.marketdata.tiingo;

import org.jspecify.annotations.NullMarked;
