package candor.local.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whole files that survive a power cut: content is flushed before it gets its name, and the folder after. Drafts are
 * written aside, in a folder of the same file system, and a killed writer leaves at most a draft behind.
 *
 * <p>What is found there already is flushed, too, before anybody relies on it: its writer may have been killed before it
 * came to that.
 */
public final class DurableFiles {

    private static final AtomicLong DRAFTS = new AtomicLong();

    private final Path drafts;
    private final Link link;
    private final ProcessLock lock;
    private final Set<Path> flushed = ConcurrentHashMap.newKeySet();

    /** How a second name is given to a file; fails where the name is taken. */
    @FunctionalInterface
    interface Link {
        void create(Path name, Path existing) throws IOException;
    }

    /**
     * @param drafts an existing folder on the same file system as the targets
     * @param lock taken for moves on file systems that have no hard links
     */
    DurableFiles(Path drafts, Link link, ProcessLock lock) {
        this.drafts = drafts;
        this.link = link;
        this.lock = lock;
    }

    /** Writes and flushes a draft under a name of its own. */
    Path draft(byte[] bytes) throws IOException {
        while (true) {
            Path draft = drafts.resolve(ProcessHandle.current().pid() + "-" + DRAFTS.incrementAndGet());
            try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
                return draft;
            } catch (FileAlreadyExistsException _) {
                // Left by a killed process of the same id: take the next number.
            } catch (IOException e) {
                Files.deleteIfExists(draft);
                throw e;
            }
        }
    }

    /** Gives the draft its name unless the name is taken; answers whether it was given. */
    boolean publishIfAbsent(Path draft, Path target) throws IOException {
        try {
            link.create(target, draft);
        } catch (FileAlreadyExistsException _) {
            flushFolder(parent(target));
            return false;
        } catch (FileSystemException | UnsupportedOperationException _) {
            // No hard links here (exFAT, some network drives): then every first writer comes this way.
            return lock.<Boolean, IOException>holding(() -> {
                if (Files.exists(target)) {
                    flushFolder(parent(target));
                    return false;
                }
                replace(draft, target);
                return true;
            });
        }
        flushFolder(parent(target));
        return true;
    }

    /** Gives the draft the name, at once and whatever had it before. */
    public static void replace(Path draft, Path target) throws IOException {
        Files.move(draft, target, ATOMIC_MOVE);
        flushFolder(parent(target));
    }

    /** Creates the folder where it is absent. It, and those above it up to {@code root}, are flushed once by this writer. */
    void secureFolders(Path folder, Path root) throws IOException {
        if (!folder.equals(root)) {
            secureFolders(parent(folder), root);
            createFolders(folder);
        }
        if (flushed.add(folder)) {
            flushFolder(folder);
        }
    }

    /** After a failure nobody knows what was flushed. */
    void forgetFlushes() {
        flushed.clear();
    }

    /** Creates the folder and those above it, each flushed into its parent. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolders(parent(folder));
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        flushFolder(parent(folder));
    }

    static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path below a root folder has a parent");
    }
}
