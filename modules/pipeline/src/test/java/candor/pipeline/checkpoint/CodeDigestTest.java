package candor.pipeline.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeDigestTest {

    private static final String NAME = Input.class.getName().replace('.', '/') + ".class";

    @TempDir
    Path folder;

    @Test
    void jarAndFolderOfTheSameFilesHaveTheSame() throws Exception {
        Map<String, byte[]> files = Map.of(NAME, classFile(), "style.css", "p {}".getBytes(UTF_8));
        Map<String, byte[]> packed = new TreeMap<>(files);
        packed.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(UTF_8));

        assertThat(digestOf(jar("a.jar", packed))).isEqualTo(digestOf(classes("classes", files)));
    }

    /** A report's style sheet decides its bytes as much as its code does. */
    @Test
    void changedResourceChangesIt() throws Exception {
        String before = digestOf(classes("one", Map.of(NAME, classFile(), "style.css", "p {}".getBytes(UTF_8))));
        String after = digestOf(classes("two", Map.of(NAME, classFile(), "style.css", "q {}".getBytes(UTF_8))));
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void severalClassesOfOneRoomCountOnce() {
        assertThat(CodeDigest.of(List.of(Input.class, Product.class, Artefact.class)))
                .isEqualTo(CodeDigest.of(List.of(Checkpoint.class)));
    }

    /** What functions' jars bring along, so that it is not worked out at every start. */
    @Test
    void digestThatAJarBringsAlongIsTaken() throws Exception {
        Map<String, byte[]> files = new TreeMap<>(Map.of(NAME, classFile(), "style.css", "p {}".getBytes(UTF_8)));
        Path without = jar("without.jar", files);
        files.put("META-INF/candor/code.sha256", CodeDigest.ofRoom(without).getBytes(UTF_8));
        Path with = jar("with.jar", files);
        files.put("META-INF/candor/code.sha256", "0".repeat(64).getBytes(UTF_8));

        assertThat(digestOf(with)).isEqualTo(digestOf(without));
        assertThat(CodeDigest.ofRoom(jar("other.jar", files))).isEqualTo("0".repeat(64));
    }

    private static String digestOf(Path room) throws IOException, ClassNotFoundException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {room.toUri().toURL()}, null)) {
            return CodeDigest.of(List.of(loader.loadClass(Input.class.getName())));
        }
    }

    private Path classes(String name, Map<String, byte[]> files) throws IOException {
        Path root = folder.resolve(name);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return root;
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

    private static byte[] classFile() throws IOException {
        try (InputStream in = Input.class.getResourceAsStream("Input.class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
