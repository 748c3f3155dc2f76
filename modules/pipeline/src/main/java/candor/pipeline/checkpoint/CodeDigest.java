package candor.pipeline.checkpoint;

import java.io.IOException;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What code computes a stage: the SHA-256 of each room, a jar or a class folder, that holds one of the given classes. A
 * room's is over names and bytes of all its files, resources as well, but for META-INF, which only a jar has. Cautious on
 * purpose: any change in a room makes its stages do their work again.
 *
 * <p>A function's jars bring theirs along in {@value #STORED}, as it would be worked out at every start; elsewhere a process
 * works it out once.
 */
public final class CodeDigest {

    private static final String STORED = "META-INF/candor/code.sha256";

    private static final Map<Path, String> ROOMS = new ConcurrentHashMap<>();

    private CodeDigest() {}

    /** The digest over the rooms that hold the given classes, in the given order. */
    public static String of(List<Class<?>> anchors) {
        String rooms = anchors.stream()
                .map(CodeDigest::roomOf)
                .distinct()
                .map(room -> ROOMS.computeIfAbsent(room, CodeDigest::ofRoom) + '\n')
                .collect(Collectors.joining());
        return Digest.of(rooms.getBytes(StandardCharsets.UTF_8));
    }

    private static Path roomOf(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no folder or jar holds " + anchor, e);
        }
    }

    /** The 64 hexadecimal digits of a jar or a class folder. */
    static String ofRoom(Path room) {
        try {
            if (Files.isDirectory(room)) {
                return ofFiles(room);
            }
            Optional<String> stored = storedIn(room);
            if (stored.isPresent()) {
                return stored.get();
            }
            try (FileSystem jar = FileSystems.newFileSystem(room)) {
                return ofFiles(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the code in " + room, e);
        }
    }

    private static Optional<String> storedIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(STORED);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private static String ofFiles(Path root) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.walk(root)) {
            parts = files.filter(Files::isRegularFile)
                    .filter(file -> !nameOf(root, file).startsWith("META-INF/"))
                    .sorted(Comparator.comparing(file -> nameOf(root, file)))
                    .toList();
        }
        MessageDigest digest = Digest.sha256();
        for (Path file : parts) {
            digest.update(nameOf(root, file).getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String nameOf(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
