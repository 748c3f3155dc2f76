@NullMarked
package candor.local.statemachine;

import org.jspecify.annotations.NullMarked;
