// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.checkpoint;

import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What code computes a stage: the SHA-256 over the classes of ours that its own class reaches by name, and over the
 * resources in their packages. A change elsewhere leaves it as it is, and so does one of comments or line numbers. A
 * resource of this package names the versions of the libraries that decide bytes: which of them a function carries along
 * differs from place to place.
 *
 * <p>What is reached by an interface alone, a store or a source, is not covered: whoever hands in what computes names its
 * class as a root.
 */
public final class CodeDigest {

    private static final String OURS = "candor/";

    private static final Map<Path, CodeRoom> ROOMS = new ConcurrentHashMap<>();

    /** By roots: a process's classes stay what they are. */
    private static final Map<List<Class<?>>, String> KNOWN = new ConcurrentHashMap<>();

    private final @Nullable ClassLoader loader;
    private final SortedMap<String, String> lines = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> left = new ArrayDeque<>();

    private CodeDigest(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The digest over what the given classes reach.
     *
     * @param roots classes of one class loader, which finds all that they reach
     */
    public static String of(List<Class<?>> roots) {
        return KNOWN.computeIfAbsent(List.copyOf(roots), CodeDigest::workedOut);
    }

    private static String workedOut(List<Class<?>> roots) {
        CodeDigest digest = new CodeDigest(roots.getFirst().getClassLoader());
        roots.forEach(root -> digest.reach(root.getName().replace('.', '/')));
        digest.walk();
        StringBuilder text = new StringBuilder();
        digest.lines.forEach(
                (name, sha256) -> text.append(name).append(' ').append(sha256).append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void reach(String name) {
        if (name.startsWith(OURS) && seen.add(name)) {
            left.add(name);
        }
    }

    private void walk() {
        while (!left.isEmpty()) {
            String name = left.remove();
            roomOf(name)
                    .map(room -> ROOMS.computeIfAbsent(room, CodeRoom::at))
                    .ifPresent(code -> code.partsOf(name).forEach((path, part) -> {
                        lines.put(path, part.sha256());
                        part.names().forEach(this::reach);
                    }));
        }
    }

    /** The jar or class folder that holds a class; nothing where there is no such class. */
    private Optional<Path> roomOf(String name) {
        String file = name + ".class";
        URL url = loader == null ? null : loader.getResource(file);
        if (url == null) {
            return Optional.empty();
        }
        String address = url.toString();
        return switch (url.getProtocol()) {
            case "jar" -> Optional.of(Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/")))));
            case "file" -> Optional.of(Path.of(URI.create(address.substring(0, address.length() - file.length()))));
            default -> Optional.empty();
        };
    }
}
