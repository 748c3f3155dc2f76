/**
 * Reading a provider's JSON: every wrong shape is told by its path. Start at {@link candor.marketdata.json.JsonPath}. Must
 * not know any provider's fields.
 */
@NullMarked
package candor.marketdata.json;

import org.jspecify.annotations.NullMarked;
