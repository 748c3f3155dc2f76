/** Tests of the vintages, against a provider whose mind changes from day to day. */
@NullMarked
package candor.marketdata.vintage;

import org.jspecify.annotations.NullMarked;
