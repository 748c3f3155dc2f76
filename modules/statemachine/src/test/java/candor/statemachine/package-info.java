@NullMarked
package candor.statemachine;

import org.jspecify.annotations.NullMarked;
