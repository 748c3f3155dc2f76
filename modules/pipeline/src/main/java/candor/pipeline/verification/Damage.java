// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stored thing that is not what it should be.
 *
 * @param key where it lies
 * @param what is wrong, in words
 * @param dependents keys of checkpoints and of runs that were made of it
 * @param repaired what was done about it; null where nothing was
 * @param remedy what a person can do; null where it is repaired
 */
public record Damage(
        String key,
        String what,
        List<String> dependents,
        @Nullable String repaired,
        @Nullable String remedy) {

    static Damage of(String key, String what, String remedy) {
        return new Damage(key, what, List.of(), null, remedy);
    }

    Damage with(List<String> named) {
        return new Damage(key, what, named, repaired, remedy);
    }

    /** The same, of which something was made again. */
    public Damage repairedBy(String words) {
        return new Damage(key, what, dependents, words, null);
    }
}
