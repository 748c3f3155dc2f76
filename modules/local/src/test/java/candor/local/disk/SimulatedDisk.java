// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders in memory, as a disk below a cache of the operating system has them: what is written is seen at once,
 * and is safe from a power cut only once it was flushed. The bytes of a file are safe after a flush of the file; a name, after
 * a flush of its folder. Every change is announced before it is made, a write a second time when half of its bytes are there.
 */
public final class SimulatedDisk {

    /** A file or a folder. */
    sealed interface Node {}

    /** A file: what programs see of it, and what was flushed of that; null where nothing was. */
    static final class Content implements Node {
        byte[] bytes = {};
        byte @Nullable [] safe;
    }

    /** A folder: the names that programs see, and those that were flushed. */
    static final class Folder implements Node {
        final SortedMap<String, Node> names = new TreeMap<>();
        final SortedMap<String, Node> safe = new TreeMap<>();
    }

    /** Learns of every change before it is made; one that throws refuses it. */
    @FunctionalInterface
    public interface Watch {
        void before(String change) throws IOException;
    }

    /** A change, which may fail as a disk does. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private final Folder root;
    private final boolean links;
    private final DiskFileSystem files = new DiskFileSystem(this);
    private Watch watch = change -> {};

    private SimulatedDisk(Folder root, boolean links) {
        this.root = root;
        this.links = links;
    }

    /** @param links whether a file can have a second name */
    public static SimulatedDisk empty(boolean links) {
        return new SimulatedDisk(new Folder(), links);
    }

    /** An absolute path here, as in {@code /home}. */
    public Path path(String text) {
        return files.getPath(text);
    }

    public void watch(Watch next) {
        watch = next;
    }

    /** The same disk at this moment, which changes no more with this one. Nobody watches it. */
    public synchronized SimulatedDisk copy() {
        return new SimulatedDisk((Folder) copy(root, new HashMap<>()), links);
    }

    /** The same disk, some time later: all is flushed. */
    public synchronized SimulatedDisk settled() {
        return new SimulatedDisk(Survival.PROCESS_KILLED.root(root, 0), links);
    }

    /** What is found after an end of that kind. */
    public SimulatedDisk after(Survival end, long seed) {
        return end == Survival.PROCESS_KILLED ? copy() : new SimulatedDisk(end.root(root, seed), links);
    }

    /** The files below a folder by their path from there, as programs see them. Nobody changes their bytes. */
    public synchronized SortedMap<String, byte[]> filesBelow(Path folder) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        if (find(folder) instanceof Folder there) {
            collect("", there, found);
        }
        return found;
    }

    private static void collect(String prefix, Folder folder, SortedMap<String, byte[]> found) {
        folder.names.forEach((name, node) -> {
            switch (node) {
                case Content content -> found.put(prefix + name, content.bytes);
                case Folder below -> collect(prefix + name + "/", below, found);
            }
        });
    }

    private static Node copy(Node node, Map<Node, Node> copies) {
        Node known = copies.get(node);
        if (known != null) {
            return known;
        }
        return switch (node) {
            case Content content -> {
                Content copy = new Content();
                copy.bytes = content.bytes;
                copy.safe = content.safe;
                copies.put(node, copy);
                yield copy;
            }
            case Folder folder -> {
                Folder copy = new Folder();
                copies.put(node, copy);
                folder.names.forEach((name, child) -> copy.names.put(name, copy(child, copies)));
                folder.safe.forEach((name, child) -> copy.safe.put(name, copy(child, copies)));
                yield copy;
            }
        };
    }

    private void change(String what, Change change) throws IOException {
        watch.before(what);
        change.make();
    }

    synchronized @Nullable Node find(Path path) {
        Node node = root;
        for (Path name : path.toAbsolutePath().normalize()) {
            if (!(node instanceof Folder folder)) {
                return null;
            }
            node = folder.names.get(name.toString());
        }
        return node;
    }

    synchronized Node get(Path path) throws IOException {
        Node node = find(path);
        if (node == null) {
            throw isBelowFile(path)
                    ? new FileSystemException(path.toString(), null, "Not a directory")
                    : new NoSuchFileException(path.toString());
        }
        return node;
    }

    private boolean isBelowFile(Path path) {
        Path above = path.toAbsolutePath().normalize().getParent();
        while (above != null && find(above) == null) {
            above = above.getParent();
        }
        return above != null && find(above) instanceof Content;
    }

    private Folder folderOf(Path path) throws IOException {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (!(parent != null && get(parent) instanceof Folder folder)) {
            throw new FileSystemException(path.toString(), null, "Not a directory");
        }
        return folder;
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private Folder folderWithout(Path path) throws IOException {
        Folder folder = folderOf(path);
        if (folder.names.containsKey(name(path))) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return folder;
    }

    synchronized Content create(Path path) throws IOException {
        Folder folder = folderWithout(path);
        Content content = new Content();
        change("creation of " + path, () -> folder.names.put(name(path), content));
        return content;
    }

    synchronized void createFolder(Path path) throws IOException {
        Folder folder = folderWithout(path);
        change("folder " + path, () -> folder.names.put(name(path), new Folder()));
    }

    synchronized void link(Path path, Path existing) throws IOException {
        if (!links) {
            throw new UnsupportedOperationException("no second names on this disk");
        }
        Node node = get(existing);
        Folder folder = folderWithout(path);
        change("link " + path, () -> folder.names.put(name(path), node));
    }

    synchronized void rename(Path from, Path to, boolean replace) throws IOException {
        Node node = get(from);
        Folder source = folderOf(from);
        Folder target = replace ? folderOf(to) : folderWithout(to);
        change("rename to " + to, () -> {
            source.names.remove(name(from));
            target.names.put(name(to), node);
        });
    }

    synchronized void delete(Path path) throws IOException {
        if (get(path) instanceof Folder folder && !folder.names.isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        Folder folder = folderOf(path);
        change("deletion of " + path, () -> folder.names.remove(name(path)));
    }

    /** Puts bytes in place of those from a position on. */
    synchronized void write(Content content, long position, byte[] more, String what) throws IOException {
        change("write of " + what, () -> put(content, position, Arrays.copyOf(more, more.length / 2)));
        change("second half of the write of " + what, () -> put(content, position, more));
    }

    private static void put(Content content, long position, byte[] more) {
        int at = Math.toIntExact(position);
        byte[] bytes = Arrays.copyOf(content.bytes, Math.max(content.bytes.length, at + more.length));
        System.arraycopy(more, 0, bytes, at, more.length);
        content.bytes = bytes;
    }

    synchronized void truncate(Content content, long size, String what) throws IOException {
        change(
                "truncation of " + what,
                () -> content.bytes =
                        Arrays.copyOf(content.bytes, Math.toIntExact(Math.min(size, content.bytes.length))));
    }

    synchronized void flush(Node node, String what) throws IOException {
        change("flush of " + what, () -> {
            switch (node) {
                case Content content -> content.safe = content.bytes;
                case Folder folder -> {
                    folder.safe.clear();
                    folder.safe.putAll(folder.names);
                }
            }
        });
    }

    synchronized SortedMap<String, Node> children(Path path) throws IOException {
        if (get(path) instanceof Folder folder) {
            return new TreeMap<>(folder.names);
        }
        throw new NotDirectoryException(path.toString());
    }
}
