package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A file's bytes out of what they were packed in: gzip, or a ZIP archive with one file that can be CSV. */
final class Packing {

    private static final String GZIP = "\u001F\u008B";
    private static final String ZIP = "PK\u0003\u0004";
    private static final int TOLD = 5;

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

    /** What they were packed by; null where they were not. */
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
            return new Packing(new Archive(maxBytes, problems).onlyFile(bytes), "zip");
        }
        return new Packing(bytes, null);
    }

    private static byte[] unzipped(byte[] bytes, int maxBytes, CsvProblems problems) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return read(in, maxBytes, maxBytes, problems);
        } catch (IOException damaged) {
            throw problems.refusal(
                    "a gzip file that is cut off or damaged", "pack it again, or give the CSV file itself");
        }
    }

    /** @param left how many bytes may still come */
    private static byte[] read(InputStream in, int left, int maxBytes, CsvProblems problems) throws IOException {
        byte[] plain = in.readNBytes(left);
        if (in.read() >= 0) {
            throw problems.refusal(
                    "the file unpacks to more than " + maxBytes + " bytes", "give the daily bars of one symbol only");
        }
        return plain;
    }

    /** Reads a ZIP archive whose files are unpacked one after the other, as long as they are not too many bytes. */
    private static final class Archive {

        private final int maxBytes;
        private final CsvProblems problems;
        private final List<String> all = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private byte[] text = new byte[0];
        private int entries;

        Archive(int maxBytes, CsvProblems problems) {
            this.maxBytes = maxBytes;
            this.problems = problems;
        }

        byte[] onlyFile(byte[] bytes) {
            try (var in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                int left = maxBytes;
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    byte[] plain = read(in, left, maxBytes, problems);
                    left -= plain.length;
                    note(entry.getName(), plain);
                }
            } catch (IOException | IllegalArgumentException damaged) {
                throw damaged();
            }
            if (entries == 0) {
                throw damaged();
            }
            return chosen();
        }

        private RuntimeException damaged() {
            return problems.refusal(
                    "a ZIP archive that is damaged, encrypted or of a rare kind",
                    "unpack it and give the CSV file itself");
        }

        private void note(String name, byte[] plain) {
            entries++;
            String base = name.substring(name.lastIndexOf('/') + 1);
            if (base.isEmpty() || base.startsWith(".") || name.startsWith("__MACOSX/")) {
                return;
            }
            all.add(name);
            if (base.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv|prn|asc)")) {
                texts.add(name);
                text = plain;
            }
        }

        private byte[] chosen() {
            if (all.contains("[Content_Types].xml") || all.contains("content.xml")) {
                throw ForeignFormat.refuseWorkbook(problems);
            }
            if (texts.size() != 1) {
                List<String> told = texts.isEmpty() ? all : texts;
                String names = told.stream().limit(TOLD).map(Quoted::of).collect(Collectors.joining(", "));
                throw problems.refusal(
                        "a ZIP archive with " + (texts.isEmpty() ? "no CSV file" : texts.size() + " CSV files")
                                + (told.isEmpty() ? "" : ": " + names + (told.size() > TOLD ? " and others" : "")),
                        "unpack it and give the CSV file of one symbol");
            }
            return text;
        }
    }
}
