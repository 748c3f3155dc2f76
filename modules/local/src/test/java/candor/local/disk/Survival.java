// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.local.disk.SimulatedDisk.Content;
import candor.local.disk.SimulatedDisk.Folder;
import candor.local.disk.SimulatedDisk.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** How a process ends, and what is found on its disk then. */
public enum Survival {
    /** The process is killed, and the machine goes on: all that was written is there, and is flushed by whoever does so. */
    PROCESS_KILLED,

    /** The power is cut, and nothing is there but what was flushed. */
    ONLY_FLUSHED,

    /** The power is cut; the names had reached the disk, and of the bytes only those that were flushed. */
    NAMES_WITHOUT_BYTES,

    /** The power is cut; of the names that were not flushed some had reached the disk, of the bytes any part. */
    ANY_PART;

    /** The root folder that is left, which has no more to flush. */
    Folder root(Folder root, long seed) {
        return (Folder) left(root, new HashMap<>(), new SplittableRandom(seed));
    }

    private Node left(Node node, Map<Node, Node> known, SplittableRandom random) {
        Node before = known.get(node);
        if (before != null) {
            return before;
        }
        return switch (node) {
            case Content content -> {
                Content left = new Content();
                left.bytes = bytes(content, random);
                left.safe = left.bytes;
                known.put(node, left);
                yield left;
            }
            case Folder folder -> {
                Folder left = new Folder();
                known.put(node, left);
                SortedSet<String> names = new TreeSet<>(folder.names.keySet());
                names.addAll(folder.safe.keySet());
                for (String name : names) {
                    Node found = (sees(random) ? folder.names : folder.safe).get(name);
                    if (found != null) {
                        left.names.put(name, left(found, known, random));
                    }
                }
                left.safe.putAll(left.names);
                yield left;
            }
        };
    }

    private boolean sees(SplittableRandom random) {
        return switch (this) {
            case PROCESS_KILLED, NAMES_WITHOUT_BYTES -> true;
            case ONLY_FLUSHED -> false;
            case ANY_PART -> random.nextBoolean();
        };
    }

    private byte[] bytes(Content content, SplittableRandom random) {
        byte[] flushed = content.safe == null ? new byte[0] : content.safe;
        return switch (this) {
            case PROCESS_KILLED -> content.bytes;
            case ONLY_FLUSHED, NAMES_WITHOUT_BYTES -> flushed;
            case ANY_PART -> Arrays.equals(flushed, content.bytes) ? flushed : part(content.bytes, random);
        };
    }

    /** A file of the new length whose end was not written. */
    private static byte[] part(byte[] bytes, SplittableRandom random) {
        int written = random.nextInt(bytes.length + 1);
        return random.nextBoolean()
                ? Arrays.copyOf(bytes, written)
                : Arrays.copyOf(Arrays.copyOf(bytes, written), bytes.length);
    }
}
