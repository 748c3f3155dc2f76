/** The environment variables of Candor. Start at {@link candor.store.environment.Variable}. */
@NullMarked
package candor.store.environment;

import org.jspecify.annotations.NullMarked;
