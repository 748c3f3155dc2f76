// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.store;

import candor.store.checkpoint.Digest;
import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectKey;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of a {@link FolderObjectStore}, to be read only. It creates, changes and locks nothing, so that a folder that
 * cannot be written to, such as a backup, can be read. A folder that is absent holds nothing.
 */
public final class FolderForReading implements ObjectStore {

    private final Path root;

    public FolderForReading(Path root) {
        this.root = root;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        try {
            return read(root.resolve(ObjectKey.checked(key)));
        } catch (IOException e) {
            throw unavailable("cannot read", key, e);
        }
    }

    /** Rejected: a command that writes opens a {@link FolderObjectStore}. */
    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        throw new UnsupportedOperationException(key + " is not written: " + root + " is open for reading");
    }

    /** Rejected, as {@link #putIfAbsent}. */
    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        throw new UnsupportedOperationException(key + " is not replaced: " + root + " is open for reading");
    }

    @Override
    public List<String> list(String prefix) {
        int slash = ObjectKey.checkedPrefix(prefix).lastIndexOf('/');
        Path start = root.resolve(prefix.substring(0, Math.max(slash, 0))).normalize();
        if (!start.startsWith(root) || !Files.isDirectory(start)) {
            return List.of();
        }
        KeyWalk walk = new KeyWalk(root, prefix);
        try {
            Files.walkFileTree(start, walk);
        } catch (IOException e) {
            throw unavailable("cannot list", prefix, e);
        }
        return walk.keys();
    }

    Optional<StoredObject> read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(new StoredObject(bytes, () -> Digest.of(bytes)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.isDirectory(file) || objectAbove(file).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Optional<Path> objectAbove(Path file) {
        return Stream.iterate(DurableFiles.parent(file), folder -> !folder.equals(root), DurableFiles::parent)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private StoreUnavailable unavailable(String what, String key, Exception e) {
        return new StoreUnavailable(
                what + " " + key + " in the store " + root + ": " + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "; check space and permissions there",
                e);
    }
}
