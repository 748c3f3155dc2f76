package candor.local.store;

import candor.store.port.ObjectKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Collects the keys of the files below a store's folder; names that can be no keys are passed over. */
final class KeyWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final String prefix;
    private final List<String> keys = new ArrayList<>();

    KeyWalk(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** The keys found so far that begin with the prefix, in ascending order; they are ASCII, so of bytes too. */
    List<String> keys() {
        return keys.stream().sorted().toList();
    }

    static String key(Path root, Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean possible = folder.equals(root) || ObjectKey.isWellFormed(key(root, folder));
        return possible ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String key = key(root, file);
        if (key.startsWith(prefix) && ObjectKey.isWellFormed(key) && Files.isRegularFile(file)) {
            keys.add(key);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
