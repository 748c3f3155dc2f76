package candor.marketdata.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file's bytes out of what they were packed in: gzip, or a ZIP archive with one CSV file of bars. */
final class Packing {

    private static final String GZIP = "\u001F\u008B";
    private static final String ZIP = "PK\u0003\u0004";

    private final byte[] plain;
    private final @Nullable String name;

    private Packing(byte[] plain, @Nullable String name) {
        this.plain = plain;
        this.name = name;
    }

    /** The bytes of the CSV file. */
    byte[] plain() {
        return plain;
    }

    /** What they were packed by, and what else was packed there; null where they were not. */
    @Nullable
    String name() {
        return name;
    }

    /** @param maxBytes that are unpacked at most, in all */
    static Packing open(byte[] bytes, int maxBytes, CsvProblems problems) {
        if (ForeignFormat.startsWith(bytes, GZIP)) {
            return new Packing(unzipped(bytes, maxBytes, problems), "gzip");
        }
        if (ForeignFormat.startsWith(bytes, ZIP)) {
            Archive archive = new Archive(maxBytes, problems);
            byte[] plain = archive.onlyFile(bytes);
            return new Packing(plain, archive.named());
        }
        return new Packing(bytes, null);
    }

    private static byte[] unzipped(byte[] bytes, int maxBytes, CsvProblems problems) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return read(in, maxBytes, maxBytes, problems);
        } catch (IOException damaged) {
            throw problems.rejection(
                    "a gzip file that is cut off or damaged", "pack it again, or give the CSV file itself");
        }
    }

    /** @param left how many bytes may still come */
    static byte[] read(InputStream in, int left, int maxBytes, CsvProblems problems) throws IOException {
        byte[] plain = in.readNBytes(left);
        if (in.read() >= 0) {
            throw problems.rejection(
                    "the file unpacks to more than " + maxBytes + " bytes", "give the daily bars of one symbol only");
        }
        return plain;
    }
}
