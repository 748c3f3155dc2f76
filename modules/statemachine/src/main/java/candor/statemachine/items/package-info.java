/**
 * The items of a Distributed Map as its ItemReader reads them from an object's bytes. Start at
 * {@link candor.statemachine.items.ItemReading}. Must not know how states are executed or where objects are kept.
 */
@NullMarked
package candor.statemachine.items;

import org.jspecify.annotations.NullMarked;
