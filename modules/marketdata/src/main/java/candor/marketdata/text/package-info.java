/** Foreign text in messages. Start at {@link candor.marketdata.text.Quoted}. Must not know where the text comes from. */
@NullMarked
package candor.marketdata.text;

import org.jspecify.annotations.NullMarked;
