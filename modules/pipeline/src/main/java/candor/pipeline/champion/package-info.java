/**
 * Who serves a horizon: terms, looks, decisions of persons, and the way back to an earlier term. Start at
 * {@link candor.pipeline.champion.Champions}. Must not know how a challenger is judged.
 */
@NullMarked
package candor.pipeline.champion;

import org.jspecify.annotations.NullMarked;
