package candor.pipeline.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What code computes a stage: the SHA-256 over names and bytes of all files beside the given classes (resources as well,
 * but for META-INF, which only a jar has), in jar or folder alike. Cautious on purpose: any change in a room makes its stages do their work again.
 */
public final class CodeDigest {

    private CodeDigest() {}

    /** The digest over the rooms (jars or class folders) that hold the given classes, in the given order. */
    public static String of(List<Class<?>> anchors) {
        MessageDigest digest = Digest.sha256();
        anchors.stream().map(CodeDigest::roomOf).distinct().forEach(room -> digestRoom(digest, room));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path roomOf(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder or jar holds " + anchor, e);
        }
    }

    private static void digestRoom(MessageDigest digest, Path room) {
        try {
            if (Files.isDirectory(room)) {
                digestFiles(digest, room);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(room)) {
                    digestFiles(digest, jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the code in " + room, e);
        }
    }

    private static void digestFiles(MessageDigest digest, Path root) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.walk(root)) {
            parts = files.filter(Files::isRegularFile)
                    .filter(file -> !nameOf(root, file).startsWith("META-INF/"))
                    .sorted(Comparator.comparing(file -> nameOf(root, file)))
                    .toList();
        }
        for (Path file : parts) {
            digest.update(nameOf(root, file).getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(file)) {
                digest.update(in.readAllBytes());
            }
        }
    }

    private static String nameOf(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
