// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One file of code.
 *
 * @param sha256 64 hexadecimal digits; of a class without what only a debugger reads
 * @param names binary names, as in {@code candor/forecasting/market/Bar}, of the classes that it may use; none of a resource
 */
record CodePart(String sha256, SortedSet<String> names) {

    CodePart {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** Of a file that is no class. */
    static CodePart ofResource(byte[] bytes) {
        return new CodePart(Digest.of(bytes), new TreeSet<>());
    }
}
