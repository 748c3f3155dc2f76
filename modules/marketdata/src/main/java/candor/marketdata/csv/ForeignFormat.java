package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What people give in place of a CSV file, recognised by how it begins, with the line that makes one of it. */
final class ForeignFormat {

    /**
     * @param first how such a file begins, as a regular expression over characters up to U+00FF
     * @param remedy in which FILE is the name of the file, and BASE the same without its ending
     */
    private record Binary(Pattern first, String what, String remedy) {

        static Binary of(String first, String what, String remedy) {
            return new Binary(Pattern.compile(first, Pattern.DOTALL), what, remedy);
        }
    }

    private static final String SAVE = "open it and save the sheet as CSV, in UTF-8";
    private static final String TWICE = "unpack the outer one, and give what is inside";
    private static final List<Binary> BINARIES = List.of(
            Binary.of("\u00D0\u00CF\u0011\u00E0", "an Excel workbook of the old kind", SAVE),
            Binary.of("\u001F\u008B", "a gzip file within a packed file", TWICE),
            Binary.of("PK\u0003\u0004", "a ZIP archive within a packed file", TWICE),
            Binary.of("PK\u0005\u0006", "an empty ZIP archive", "pack it again, or give the CSV file itself"),
            Binary.of("\\(\u00B5/\u00FD", "packed by zstd", "unpack it: zstd -dc FILE > BASE.csv"),
            Binary.of("BZh[1-9]1AY&SY", "packed by bzip2", "unpack it: bzip2 -dc FILE > BASE.csv"),
            Binary.of("\u00FD7zXZ", "packed by xz", "unpack it: xz -dc FILE > BASE.csv"),
            Binary.of("7z\u00BC\u00AF", "a 7z archive", "unpack it: 7z x FILE"),
            Binary.of("Rar!\u001A", "a RAR archive", "unpack it: unrar x FILE"),
            Binary.of("\u0004\"M\u0018", "packed by lz4", "unpack it: lz4 -dc FILE > BASE.csv"),
            Binary.of("PAR1", "a Parquet file", pandas("parquet")),
            Binary.of("ARROW1|FEA1", "a Feather file", pandas("feather")),
            Binary.of("\u0089HDF\r\n", "an HDF5 file", pandas("hdf")),
            Binary.of("\u0080[\u0002-\u0005]", "a pickle file", pandas("pickle")),
            Binary.of("SQLite format 3", "an SQLite database", "write the table of the bars as CSV, with its header"),
            Binary.of("RD[AX][23]\n", "a file of R", "write it as CSV: write.csv(x, 'BASE.csv') in R"),
            Binary.of("%PDF", "a PDF document", "download the prices as CSV"));
    private static final Pattern MARKUP = Pattern.compile(
            "<(!doctype|\\?xml|html|head|body|script|meta|div|table|pre|title)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._+=-]+");
    private static final int SIGNATURE = 16;
    private static final int LOOKED_AT = 4000;
    private static final int SHOWN = 120;

    private ForeignFormat() {}

    private static String pandas(String format) {
        return "write it as CSV: python3 -c \"import pandas; pandas.read_" + format + "('FILE').to_csv('BASE.csv')\"";
    }

    /** Whether the bytes begin with these, given as characters up to U+00FF. */
    static boolean startsWith(byte[] bytes, String first) {
        byte[] wanted = first.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    static void rejectBinary(byte[] bytes, CsvProblems problems) {
        String start = new String(bytes, 0, Math.min(bytes.length, SIGNATURE), StandardCharsets.ISO_8859_1);
        for (Binary binary : BINARIES) {
            if (binary.first.matcher(start).lookingAt()) {
                throw problems.rejection(
                        "this is " + binary.what + ", not a CSV file", named(binary.remedy, problems.fileName()));
            }
        }
    }

    static RuntimeException rejectWorkbook(CsvProblems problems) {
        return problems.rejection("this is an Excel workbook, not a CSV file", SAVE);
    }

    /** The line with the file's own name, where a shell takes it as it is. Nothing is written over. */
    private static String named(String remedy, String fileName) {
        boolean plain = PLAIN_NAME.matcher(fileName).matches();
        if (!plain) {
            return remedy.replace("BASE", "FILE");
        }
        String base = fileName.replaceFirst("(?<=.)(\\.csv)?\\.[A-Za-z0-9]+$", "");
        boolean same = fileName.equals(base + ".csv"); // which the line must not write over
        return remedy.replace("BASE", same ? base + "-plain" : base).replace("FILE", fileName);
    }

    /** Providers answer with a page or with JSON where something went wrong: what it says is shown. */
    static void rejectText(String text, CsvProblems problems) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            throw problems.rejection(
                    "this is JSON, not a CSV file: " + Quoted.of(start.replaceAll("\\s+", " "), SHOWN),
                    "mind what it says, and ask the provider for CSV");
        }
        if (MARKUP.matcher(start.lines().findFirst().orElse("")).matches()) {
            throw problems.rejection(
                    "this is a web page, not a CSV file: " + Quoted.of(words(start), SHOWN),
                    "download the prices as CSV with a browser, or from another provider");
        }
    }

    /** What a reader of the page would see, or its source where that is nothing. */
    private static String words(String page) {
        String words = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? page.replaceAll("\\s+", " ") : words;
    }
}
