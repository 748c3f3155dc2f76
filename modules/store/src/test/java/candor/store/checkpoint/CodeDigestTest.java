package candor.store.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over small programs that are compiled here: a stage that uses an engine, and a page that does not. */
final class CodeDigestTest {

    private static final String STAGE =
            "package candor.a; public class Stage { Object run() { return new Engine(); } }";
    private static final String ENGINE = "package candor.a; class Engine { int of(int x) { return x + 1; } }";
    private static final String PAGE = "package candor.b; public class Page { int of(int x) { return x + 1; } }";

    @TempDir
    Path folder;

    private int built;

    @Test
    void whatIsUsedChangesItAndWhatIsNotDoesNot() throws Exception {
        String before = digestOf(classes(ENGINE, PAGE));

        assertThat(digestOf(classes(ENGINE, PAGE.replace("x + 1", "x + 2")))).isEqualTo(before);
        assertThat(digestOf(classes(ENGINE.replace("x + 1", "x + 2"), PAGE))).isNotEqualTo(before);
    }

    @Test
    void aLineOrACommentIsNoChangeOfCode() throws Exception {
        String moved =
                ENGINE.replace("{ int", "{\n\n/* the next number */\nint").replace("return", "\n return");

        assertThat(digestOf(classes(moved, PAGE))).isEqualTo(digestOf(classes(ENGINE, PAGE)));
    }

    @Test
    void theNameOfAVariableIsNoChangeOfCode() throws Exception {
        assertThat(digestOf(classes(ENGINE.replace("x", "other"), PAGE))).isEqualTo(digestOf(classes(ENGINE, PAGE)));
    }

    /** JSON is made of a record's components, which only its signature names. */
    @Test
    void whatOnlyASignatureNamesCounts() throws Exception {
        String holder = "package candor.a; class Engine { java.util.List<Part> parts; } record Part(int x) {}";

        assertThat(digestOf(classes(holder, PAGE)))
                .isNotEqualTo(digestOf(classes(holder.replace("int x", "int y"), PAGE)));
    }

    /** A report's style sheet decides its bytes as much as its code does. */
    @Test
    void aResourceBesideTheCodeChangesIt() throws Exception {
        Path one = classes(ENGINE, PAGE);
        Path two = classes(ENGINE, PAGE);
        Path three = classes(ENGINE, PAGE);
        Files.writeString(one.resolve("candor/a/style.css"), "p {}");
        Files.writeString(two.resolve("candor/a/style.css"), "q {}");
        Files.writeString(three.resolve("candor/a/style.css"), "p {}");
        Files.writeString(three.resolve("candor/b/style.css"), "q {}");

        assertThat(digestOf(two)).isNotEqualTo(digestOf(one));
        assertThat(digestOf(three)).isEqualTo(digestOf(one));
    }

    @Test
    void jarAndFolderOfTheSameFilesHaveTheSame() throws Exception {
        Path classes = classes(ENGINE, PAGE);

        assertThat(digestOf(jar("a b.jar", files(classes)))).isEqualTo(digestOf(classes));
    }

    /** What functions' jars bring along, so that it is not worked out at every start. */
    @Test
    void theListThatAJarBringsAlongIsTaken() throws Exception {
        Map<String, byte[]> files = files(classes(ENGINE, PAGE));
        String worked = digestOf(jar("without.jar", files));
        byte[] list = CodeRoom.of(files).list();
        files.put(CodeRoom.STORED, list);
        String taken = digestOf(jar("with.jar", files));
        String other =
                new String(list, UTF_8).replaceFirst("(?m)^(candor/a/Engine.class) \\w+", "$1 " + "0".repeat(64));
        files.put(CodeRoom.STORED, other.getBytes(UTF_8));

        assertThat(taken).isEqualTo(worked);
        assertThat(digestOf(jar("other.jar", files))).isNotEqualTo(worked);
    }

    /** Which libraries a function carries along differs from place to place, so that only their versions may count. */
    @Test
    void whetherALibraryIsThereDoesNotMatter() throws Exception {
        Path library = folder.resolve("library");
        compile(
                library,
                List.of(),
                "package org.example; public class Sum { public static int of(int x) { return x; } }");
        Path sum = jar("sum-1.0.jar", files(library));
        Path classes = folder.resolve("user");
        compile(classes, List.of(sum), STAGE, ENGINE.replace("x + 1", "org.example.Sum.of(x)"));

        assertThat(digestOf(classes, sum)).isEqualTo(digestOf(classes));
    }

    /** A newer library may compute something else. */
    @Test
    void theVersionsOfLibrariesAreAmongTheCode() throws IOException {
        try (var versions = CodeDigest.class.getResourceAsStream("versions.properties")) {
            assertThat(versions).isNotNull();
            assertThat(new String(versions.readAllBytes(), UTF_8))
                    .contains("smile=", "hipparchus=", "pdfbox=", "jackson=", "fastcsv=");
        }
    }

    private static String digestOf(Path... rooms) throws IOException, ClassNotFoundException {
        URL[] urls = new URL[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            urls[i] = rooms[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return CodeDigest.of(List.of(loader.loadClass("candor.a.Stage")));
        }
    }

    private Path classes(String engine, String page) throws IOException {
        Path root = folder.resolve("classes" + built++);
        compile(root, List.of(), STAGE, engine, page);
        return root;
    }

    private static void compile(Path root, List<Path> library, String... sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-proc:none", "-d", root.toString()));
        library.forEach(jar -> arguments.addAll(List.of("-cp", jar.toString())));
        Path text = Files.createDirectories(root.resolveSibling(root.getFileName() + "-source"));
        for (String source : sources) {
            String name = source.replaceFirst("(?s).*?class (\\w+).*", "$1");
            arguments.add(
                    Files.writeString(text.resolve(name + ".java"), source).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private Path jar(String name, Map<String, byte[]> files) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return path;
    }
}
