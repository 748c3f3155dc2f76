// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.wiring;

import candor.local.store.DurableFiles;
import candor.store.checkpoint.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files that a person asked for. Each is whole or not there: it is written as a draft beside its name, flushed, and
 * renamed. A file that is there already is replaced only if it is as Candor wrote it, or if the person says so: for that,
 * the home keeps in {@code written/} the digest of what is about to be written under each path, and of what Candor had
 * written there before. It is noted first, so that a command that is cut off can be given again.
 */
public final class OutputFiles {

    private final Surroundings surroundings;
    private final Path home;
    private final Path written;
    private final boolean force;

    /** @param force whether files of others may be replaced */
    public OutputFiles(Surroundings surroundings, Home home, boolean force) {
        this.surroundings = surroundings;
        this.home = home.root();
        this.written = home.root().resolve("written");
        this.force = force;
    }

    /** Throws a {@link CommandRejected} where the file is there and is not as Candor wrote it. To be asked before any work. */
    public void check(Path file) {
        Path target = real(file);
        try {
            if (Files.isDirectory(target)) {
                throw new CommandRejected(file + " is a folder; give the path of a file");
            }
            if (!force && Files.isRegularFile(target) && !isOwn(target, Files.readAllBytes(target))) {
                throw new CommandRejected(
                        file + " is there, and it is not as Candor wrote it; give another path, or --force"
                                + " to replace it");
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Makes sure that files can be put into the folder; throws a {@link CommandRejected} where they cannot. */
    public Path folder(Path folder) {
        Path place = surroundings.workingDirectory().resolve(folder);
        try {
            Files.createDirectories(place);
            Files.delete(Files.createTempFile(place, ".probe", ""));
            return place;
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot write to the folder " + place + " (" + e.getClass().getSimpleName()
                            + "); choose another with --out DIR",
                    e);
        }
    }

    /** Writes the file; a {@link CommandRejected} where that cannot be, or where {@link #check} rejects. */
    public void write(Path file, byte[] bytes) {
        Path target = real(file);
        try {
            if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
                Files.write(target, bytes); // a pipe or a device: nothing there can be replaced
                return;
            }
            if (!Files.isRegularFile(target)
                    || !Digest.of(Files.readAllBytes(target)).equals(Digest.of(bytes))) {
                check(file);
                remember(target, bytes);
                draftOf(target, bytes, OutputFiles::rename);
            } else {
                remember(target, bytes);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** The home is Candor's own, even where it was copied from elsewhere. */
    private boolean isOwn(Path target, byte[] present) throws IOException {
        if (target.startsWith(home)) {
            return true;
        }
        Path note = noteOf(target);
        return Files.isRegularFile(note)
                && Files.readString(note).lines().anyMatch(line -> line.startsWith(Digest.of(present) + " "));
    }

    private void remember(Path target, byte[] bytes) {
        try {
            DurableFiles.createFolders(written);
            String line = line(bytes, target);
            String former = lineOfFormer(target);
            String note = line.equals(former) ? line : line + former;
            draftOf(noteOf(target), note.getBytes(StandardCharsets.UTF_8), DurableFiles::replace);
        } catch (IOException e) {
            surroundings
                    .err()
                    .println("  note      " + written + " cannot be written ("
                            + e.getClass().getSimpleName() + "), so that replacing " + target
                            + " next time needs --force");
        }
    }

    /** Of the file that is there, if it is Candor's; empty otherwise. */
    private String lineOfFormer(Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return "";
        }
        byte[] present = Files.readAllBytes(target);
        return isOwn(target, present) ? line(present, target) : "";
    }

    private static String line(byte[] bytes, Path target) {
        return Digest.of(bytes) + " " + target + "\n";
    }

    private Path noteOf(Path target) {
        return written.resolve(Digest.of(target.toString().getBytes(StandardCharsets.UTF_8)) + ".txt");
    }

    /** Where a link points to, the file there is meant. */
    private Path real(Path file) {
        Path absolute =
                surroundings.workingDirectory().resolve(file).toAbsolutePath().normalize();
        try {
            return Files.exists(absolute) ? absolute.toRealPath() : absolute;
        } catch (IOException e) {
            return absolute;
        }
    }

    /** How a draft gets its name. */
    @FunctionalInterface
    private interface Naming {
        void give(Path draft, Path target) throws IOException;
    }

    private static void rename(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void draftOf(Path target, byte[] bytes, Naming naming) throws IOException {
        // A name of this process alone: another one may write at the same moment.
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            naming.give(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static CommandRejected unwritable(Path file, IOException e) {
        return new CommandRejected(
                "cannot write " + file + " (" + e.getClass().getSimpleName()
                        + "); give the path of a file in a folder that is there",
                e);
    }
}
