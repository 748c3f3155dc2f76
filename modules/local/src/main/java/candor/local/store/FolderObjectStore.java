package candor.local.store;

import candor.store.failure.StoreUnavailable;
import candor.store.port.ObjectKey;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.PutOutcome.ConditionFailed;
import candor.store.port.PutOutcome.Stored;
import candor.store.port.StoredObject;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects as files below a folder, a key's {@code /} as folders. Whole and durable: a file is flushed before it gets its
 * name and its folder after. Safe for several threads and processes of one machine.
 *
 * <p>The entity tag is the SHA-256 of the content, so a tag holds again when an earlier content comes back. Media types
 * are not kept. Names that begin with {@code ~} are the store's own and can be no keys: {@code ~drafts} holds what is
 * being written, {@code ~lock} serialises replacements.
 *
 * <p>Unlike in S3 no object can lie below another ({@code a} and {@code a/b}). On a file system that ignores case two keys
 * that differ only in case are one; Candor's keys do not, as symbols are upper case and stages lower case.
 */
public final class FolderObjectStore implements ObjectStore {

    private static final String DRAFTS = "~drafts";

    private final Path root;
    private final FolderForReading reading;
    private final DurableFiles files;
    private final ProcessLock lock;

    /**
     * Opens the store, creating the folder where it is absent. Throws IllegalArgumentException, with the remedy, where it
     * cannot be written to.
     */
    public FolderObjectStore(Path root) {
        this(root, Files::createLink);
    }

    FolderObjectStore(Path root, DurableFiles.Link link) {
        try {
            DurableFiles.createFolders(root.toAbsolutePath().normalize());
            this.root = root.toRealPath();
            this.reading = new FolderForReading(this.root);
            DurableFiles.createFolders(this.root.resolve(DRAFTS));
            this.lock = new ProcessLock(this.root.resolve("~lock"));
            this.files = new DurableFiles(this.root.resolve(DRAFTS), link, lock);
            Files.delete(files.draft(new byte[0]));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write to the folder " + root + " (" + reason(e)
                            + "); make it writable, or choose another folder with --home DIR or CANDOR_HOME",
                    e);
        }
    }

    /** Deletes what writers that were killed before {@code before} left unfinished. Not needed for correctness. */
    public void discardDraftsBefore(Instant before) {
        try (Stream<Path> drafts = Files.list(root.resolve(DRAFTS))) {
            for (Path draft : drafts.toList()) {
                discardIfOlder(draft, before);
            }
        } catch (IOException e) {
            throw unavailable("cannot tidy", DRAFTS, e);
        }
    }

    private static void discardIfOlder(Path draft, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                Files.deleteIfExists(draft);
            }
        } catch (NoSuchFileException _) {
            // Its writer finished meanwhile.
        }
    }

    /** What is found is on the disk, also if its writer was killed before it had flushed the folder. */
    @Override
    public Optional<StoredObject> find(String key) {
        Optional<StoredObject> found = reading.find(key);
        if (found.isPresent()) {
            try {
                files.secureFolders(DurableFiles.parent(file(key)), root);
            } catch (IOException e) {
                files.forgetFlushes();
                throw unavailable("cannot read", key, e);
            }
        }
        return found;
    }

    @Override
    public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
        Path file = file(key);
        rejectNesting(key, file);
        return written(key, bytes, draft -> {
            files.secureFolders(DurableFiles.parent(file), root);
            return files.publishIfAbsent(draft, file);
        });
    }

    @Override
    public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
        Path file = file(key);
        return written(
                key,
                bytes,
                draft -> lock.<Boolean, IOException>holding(() -> {
                    Optional<StoredObject> present = reading.read(file);
                    if (present.isEmpty()) {
                        return false;
                    }
                    if (!present.get().entityTag().equals(entityTag)) {
                        DurableFiles.flushFolder(DurableFiles.parent(file));
                        return false;
                    }
                    DurableFiles.replace(draft, file);
                    return true;
                }));
    }

    @Override
    public List<String> list(String prefix) {
        return reading.list(prefix);
    }

    /** Deletes the object, and the folders that are empty without it. Nothing may be writing below them. */
    public void delete(String key) {
        Path file = file(key);
        try {
            Files.deleteIfExists(file);
            for (Path above = file.getParent(); above != null && !above.equals(root); above = above.getParent()) {
                Files.delete(above);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException _) {
            // What lies there is needed, or somebody has deleted it meanwhile.
        } catch (IOException e) {
            throw unavailable("cannot delete", key, e);
        }
    }

    private PutOutcome written(String key, byte[] bytes, Publication publication) {
        try {
            Path draft = files.draft(bytes);
            try {
                return publication.of(draft) ? new Stored() : new ConditionFailed();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            files.forgetFlushes();
            throw unavailable("cannot write", key, e);
        }
    }

    private void rejectNesting(String key, Path file) {
        Optional<Path> above = reading.objectAbove(file);
        if (above.isPresent() || Files.isDirectory(file)) {
            throw new IllegalArgumentException("the object " + key + " cannot be written: "
                    + above.map(object ->
                                    KeyWalk.key(root, object) + " is an object, not a folder; move " + object + " away")
                            .orElse("there is a folder in its place; move " + file + " away")
                    + ", and do it again");
        }
    }

    private Path file(String key) {
        return root.resolve(ObjectKey.checked(key));
    }

    private StoreUnavailable unavailable(String what, String key, Exception e) {
        return new StoreUnavailable(
                what + " " + key + " in the store " + root + ": " + reason(e) + "; check space and permissions there",
                e);
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Gives a draft its name where the condition holds; answers whether it did. */
    @FunctionalInterface
    private interface Publication {
        boolean of(Path draft) throws IOException;
    }
}
