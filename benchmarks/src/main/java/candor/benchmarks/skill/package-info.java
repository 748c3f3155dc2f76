/**
 * Whether Candor claims skill where there is none. Start at {@link candor.benchmarks.skill.SkillLessCommand}; the stocks
 * are {@code GarchStock}'s.
 */
@NullMarked
package candor.benchmarks.skill;

import org.jspecify.annotations.NullMarked;
