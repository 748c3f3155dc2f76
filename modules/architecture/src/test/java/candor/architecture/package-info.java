/**
 * What no single module can test: that dependencies point one way, that the same thing has the same name in code, state
 * machine, template and events, and that the template grants no more than it says. Start at
 * {@link candor.architecture.DependenciesTest} and {@link candor.architecture.NamesTest}.
 */
@NullMarked
package candor.architecture;

import org.jspecify.annotations.NullMarked;
