package candor.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the working tree that the rules are about. */
final class Tree {

    private static final Path ROOT = Path.of(System.getProperty("candor.root"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Tree() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    static JsonNode jsonOf(String text) {
        return JSON.readTree(text);
    }

    /** File names in the folder that end with the suffix, without it, in alphabetical order. */
    static List<String> names(String folder, String suffix) {
        return list(folder, path -> path.getFileName().toString().endsWith(suffix)).stream()
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .toList();
    }

    /** The text of each Java file below the folder, by its path. */
    static Map<String, String> sources(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.put(ROOT.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of each Java file of main code by its path: modules, functions and benchmarks. */
    static Map<String, String> mainSources() {
        Map<String, String> texts = new TreeMap<>();
        for (String folder : List.of("modules", "functions", "benchmarks")) {
            sources(folder).forEach((path, text) -> {
                if (path.contains("src/main/java/")) {
                    texts.put(path, text);
                }
            });
        }
        return texts;
    }

    /** The folders below {@code functions/} that are modules. */
    static List<String> functionModules() {
        return list("functions", path -> Files.exists(path.resolve("pom.xml")));
    }

    private static List<String> list(String folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(wanted)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
