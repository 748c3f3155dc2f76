// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.forms;

import java.util.List;

/**
 * What became of a file.
 *
 * @param end {@code read}, {@code rejected} by the reader, or {@code stopped} by Ingest or Clean
 * @param rows that the reader saw
 * @param compared rows of a session that the clean series has
 * @param wrong those of them that hold another price or volume
 * @param repaired cells that cleaning changed
 * @param setAside rows that cleaning set aside
 * @param said what the user reads: why it ended so, or what Ingest and Clean noted; empty for nothing
 */
record FileOutcome(
        String folder,
        String file,
        String end,
        int rows,
        int compared,
        int wrong,
        int repaired,
        int setAside,
        List<String> said) {

    FileOutcome {
        said = List.copyOf(said);
    }

    /** A file that the reader rejected. */
    static FileOutcome rejected(String folder, String file, String why) {
        return new FileOutcome(folder, file, "rejected", 0, 0, 0, 0, 0, List.of(why));
    }
}
