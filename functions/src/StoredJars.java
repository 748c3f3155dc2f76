import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a function's zip so that its jars hold their classes as they are, and only the zip compresses. Thousands of small
 * classes that were compressed one by one become a quarter to a third smaller when they are compressed together, and a
 * function that starts reads its classes without inflating them. Contents, order and times stay as they are, so that the
 * same build gives the same bytes.
 *
 * <p>Run by the build as one source file: {@code java StoredJars.java ZIP}. SPDX-License-Identifier: GPL-3.0-or-later
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
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                boolean jar = !stored && entry.getName().endsWith(".jar");
                write(to, entry, jar ? rewritten(content, true) : content, stored);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ZipOutputStream to, ZipEntry from, byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(from.getName());
        entry.setTimeLocal(from.getTimeLocal());
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
