@NullMarked
package candor.statemachine.items;

import org.jspecify.annotations.NullMarked;
