// SPDX-License-Identifier: GPL-3.0-or-later
package candor.pipeline.verification;

import java.util.List;

/**
 * What a check has found.
 *
 * @param objects that were read
 * @param bytes of them
 * @param damages in the order of their keys
 */
public record Checked(long objects, long bytes, List<Damage> damages) {

    /** Whether nothing is wrong, or everything that was is repaired. */
    public boolean isSound() {
        return damages.stream().allMatch(damage -> damage.repaired() != null);
    }
}
