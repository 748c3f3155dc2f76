/** The stocks without skill, and what is said of them. */
@NullMarked
package candor.benchmarks.skill;

import org.jspecify.annotations.NullMarked;
