// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import candor.local.disk.SimulatedDisk.Content;
import candor.local.disk.SimulatedDisk.Folder;
import candor.local.disk.SimulatedDisk.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of {@link java.nio.file.Files} on a simulated disk. */
final class DiskProvider extends FileSystemProvider {

    private static final String BEYOND = "a simulated disk knows files and folders alone";

    private final SimulatedDisk disk;

    DiskProvider(SimulatedDisk disk) {
        this.disk = disk;
    }

    @Override
    public String getScheme() {
        return "simulated";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        Node node = disk.find(path);
        if (node != null && options.contains(StandardOpenOption.CREATE_NEW)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (node instanceof Folder && writes) {
            throw new FileSystemException(path.toString(), null, "Is a directory");
        }
        boolean creates =
                options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW);
        if (node == null) {
            node = writes && creates ? disk.create(path) : disk.get(path);
        } else if (node instanceof Content content
                && writes
                && options.contains(StandardOpenOption.TRUNCATE_EXISTING)
                && content.bytes.length > 0) {
            disk.truncate(content, 0, path.toString());
        }
        return new DiskChannel(disk, node, path.toString(), options.contains(StandardOpenOption.APPEND));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String name : disk.children(folder).keySet()) {
            Path path = folder.resolve(name);
            if (filter.accept(path)) {
                paths.add(path);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return paths.iterator();
            }

            @Override
            public void close() {
                // All was read at once.
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        disk.link(link, existing);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException(BEYOND);
    }

    /** As on Linux, an atomic move replaces what is there. */
    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        List<CopyOption> asked = List.of(options);
        disk.rename(
                source,
                target,
                asked.contains(StandardCopyOption.ATOMIC_MOVE) || asked.contains(StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return disk.get(path) == disk.get(other);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk.get(path);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return type.cast(new Attributes(disk.get(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws NoSuchFileException {
        throw new UnsupportedOperationException(BEYOND);
    }

    @Override
    public void setAttribute(Path path, String attribute, @Nullable Object value, LinkOption... options) {
        throw new UnsupportedOperationException(BEYOND);
    }

    /** All files are as old as time, so that every draft is one that was left behind. */
    private record Attributes(Node node) implements BasicFileAttributes {

        private static final FileTime OLD = FileTime.fromMillis(0);

        @Override
        public FileTime lastModifiedTime() {
            return OLD;
        }

        @Override
        public FileTime lastAccessTime() {
            return OLD;
        }

        @Override
        public FileTime creationTime() {
            return OLD;
        }

        @Override
        public boolean isRegularFile() {
            return node instanceof Content;
        }

        @Override
        public boolean isDirectory() {
            return node instanceof Folder;
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }

        @Override
        public long size() {
            return node instanceof Content content ? content.bytes.length : 0;
        }

        @Override
        public Object fileKey() {
            return node;
        }
    }
}
