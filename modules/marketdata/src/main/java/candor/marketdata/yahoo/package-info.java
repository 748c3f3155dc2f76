/**
 * Daily bars from Yahoo's chart endpoint, version 8. Start at {@link candor.marketdata.yahoo.YahooBars}. Yahoo's terms allow
 * personal use only. Must not know what is held already.
 */
@NullMarked
package candor.marketdata.yahoo;

import org.jspecify.annotations.NullMarked;
