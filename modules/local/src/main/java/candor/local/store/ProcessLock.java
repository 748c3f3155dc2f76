package candor.local.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Mutual exclusion among the threads of this JVM and among processes of this machine, through a lock file that stays
 * behind, empty. The operating system releases the lock of a killed process. Not reentrant.
 */
public final class ProcessLock {

    // A file lock belongs to the whole process, and closing any channel of the file drops it: within the JVM one lock
    // for
    // each file, shared by all holders of the path, has to come first.
    private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock threads;

    /** @param file the lock file in an existing folder; created where it is absent */
    public ProcessLock(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.threads = THREADS.computeIfAbsent(this.file, _ -> new ReentrantLock());
    }

    /** Runs the action while no other holder of the same lock file runs one; waits as long as that takes. */
    public <T, E extends Exception> T holding(Action<T, E> action) throws IOException, E {
        threads.lock();
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE);
                var _ = channel.lock()) {
            return action.run();
        } finally {
            threads.unlock();
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Action<T, E extends Exception> {
        T run() throws E;
    }
}
