// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a jar or of a class folder, but for META-INF, which only a jar has.
 *
 * <p>A function's jars bring the list along in {@value #STORED}, as it would be worked out at every start: a line for each
 * file, in order of the paths, with path, SHA-256 and the names, all apart by one space.
 */
public final class CodeRoom {

    /** Where a jar may bring its list along. */
    public static final String STORED = "META-INF/candor/code.txt";

    private static final String META_INF = "META-INF/";
    private static final String CLASS = ".class";

    private final SortedMap<String, byte[]> files;

    /** Those of the files that somebody asked for, or that the jar brought along. */
    private final Map<String, CodePart> parts;

    private final SortedSet<String> paths;

    private CodeRoom(SortedMap<String, byte[]> files, Map<String, CodePart> parts) {
        this.files = files;
        this.parts = new ConcurrentHashMap<>(parts);
        this.paths = new TreeSet<>(parts.keySet());
        this.paths.addAll(files.keySet());
    }

    /** Of files by their paths, as in {@code candor/forecasting/market/Bar.class}. */
    public static CodeRoom of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> code = new TreeMap<>(files);
        code.keySet().removeIf(path -> path.startsWith(META_INF));
        return new CodeRoom(code, Map.of());
    }

    /** Of a jar or a class folder. */
    static CodeRoom at(Path room) {
        try {
            if (Files.isDirectory(room)) {
                return of(files(room));
            }
            try (FileSystem jar = FileSystems.newFileSystem(room)) {
                Path stored = jar.getPath(STORED);
                return Files.exists(stored) ? parse(Files.readString(stored)) : of(files(jar.getPath("/")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the code in " + room, e);
        }
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static CodeRoom parse(String text) {
        SortedMap<String, CodePart> parts = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] cells = line.split(" ", -1);
            parts.put(
                    cells[0],
                    new CodePart(cells[1], new TreeSet<>(Arrays.asList(cells).subList(2, cells.length))));
        });
        return new CodeRoom(new TreeMap<>(), parts);
    }

    /**
     * What {@value #STORED} holds of this room.
     *
     * @throws IllegalArgumentException where what is called a class is none
     */
    public byte[] list() {
        return paths.stream()
                .map(path -> path + " " + part(path).sha256()
                        + part(path).names().stream().map(name -> " " + name).collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private CodePart part(String path) {
        return parts.computeIfAbsent(path, absent -> {
            byte[] bytes = Objects.requireNonNull(files.get(absent));
            return absent.endsWith(CLASS) ? ClassCode.of(bytes) : CodePart.ofResource(bytes);
        });
    }

    /** The class of this binary name and what lies beside it and is no class, by path. */
    SortedMap<String, CodePart> partsOf(String name) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        SortedMap<String, CodePart> found = new TreeMap<>();
        for (String path : paths.subSet(folder, folder + Character.MAX_VALUE)) {
            boolean beside = path.lastIndexOf('/') == folder.length() - 1 && !path.endsWith(CLASS);
            if (beside || path.equals(name + CLASS)) {
                found.put(path, part(path));
            }
        }
        return found;
    }
}
