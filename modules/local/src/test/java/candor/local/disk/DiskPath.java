// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path on a simulated disk. A path of this machine's own file system does what concerns names alone. */
record DiskPath(DiskFileSystem files, Path names) implements Path {

    private @Nullable Path here(@Nullable Path other) {
        return other == null ? null : new DiskPath(files, other);
    }

    private Path wrapped(Path other) {
        return new DiskPath(files, other);
    }

    private static Path bare(Path other) {
        return other instanceof DiskPath path ? path.names : other;
    }

    @Override
    public FileSystem getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return names.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return here(names.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return here(names.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return here(names.getParent());
    }

    @Override
    public int getNameCount() {
        return names.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrapped(names.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return wrapped(names.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return names.startsWith(bare(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return names.endsWith(bare(other));
    }

    @Override
    public Path normalize() {
        return wrapped(names.normalize());
    }

    /** Also a path of this machine, such as one that an option of a command was read into. */
    @Override
    public Path resolve(Path other) {
        return wrapped(names.resolve(bare(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrapped(names.relativize(bare(other)));
    }

    @Override
    public URI toUri() {
        return URI.create("simulated://" + names);
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute() ? this : wrapped(Path.of("/").resolve(names));
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        Path real = toAbsolutePath().normalize();
        files.disk().get(real);
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nobody waits for changes of a simulated disk");
    }

    @Override
    public int compareTo(Path other) {
        return names.compareTo(bare(other));
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
