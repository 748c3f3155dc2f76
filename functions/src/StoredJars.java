import candor.store.checkpoint.CodeRoom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a function's zip so that its jars hold their classes as they are, and only the zip compresses. Thousands of small
 * classes that were compressed one by one become a quarter to a third smaller when they are compressed together, and a
 * function that starts reads its classes without inflating them. Contents, order and times stay as they are, so that the
 * same build gives the same bytes. Candor's own jars are given the list of their code, which a stage would work out at
 * every start ({@link CodeRoom} says of what).
 *
 * <p>Run by the build as one source file, with the classes of modules/store: {@code java -cp CLASSES StoredJars.java ZIP}. SPDX-License-Identifier: GPL-3.0-or-later
 */
final class StoredJars {

    private StoredJars() {}

    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[0]);
        Path next = zip.resolveSibling(zip.getFileName() + ".next");
        Files.write(next, rewritten(Files.readAllBytes(zip), false));
        Files.move(next, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] rewritten(byte[] archive, boolean stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * archive.length);
        SortedMap<String, byte[]> code = new TreeMap<>();
        LocalDateTime latest = LocalDateTime.MIN;
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                boolean jar = !stored && entry.getName().endsWith(".jar");
                write(to, entry.getName(), entry.getTimeLocal(), jar ? rewritten(content, true) : content, stored);
                if (stored && !entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    code.put(entry.getName(), content);
                    latest = entry.getTimeLocal();
                }
            }
            if (code.keySet().stream().anyMatch(name -> name.startsWith("candor/"))) {
                write(to, CodeRoom.STORED, latest, CodeRoom.of(code).list(), stored);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream to, String name, LocalDateTime time, byte[] content, boolean stored)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        if (stored) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
