package candor.statemachine.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Held while an execution runs; the operating system lets go of it when the process dies, however it dies.
 *
 * <p>POSIX drops all of a process's locks on a file as soon as the process closes any of its descriptors. Hence the set of
 * locks held in this process: a file in it is not even opened a second time.
 */
final class RunLock implements AutoCloseable {

    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty where another run, of this process or another, holds it. */
    static Optional<RunLock> tryAcquire(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.contains(path)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            if (!locked) {
                return Optional.empty();
            }
            HELD.add(path);
            return Optional.of(new RunLock(path, channel));
        }
    }

    /** Whether a run holds it; asks without writing, so that histories can be read where nothing may be written. */
    static boolean isHeld(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.contains(path)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                    var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (NoSuchFileException _) {
                return false;
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            channel.close();
        }
    }
}
