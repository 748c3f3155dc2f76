package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.util.List;
import java.util.regex.Pattern;

/** What people give in place of a CSV file, recognised by how it begins. */
final class ForeignFormat {

    private record Binary(String first, String what, String remedy) {}

    private static final String SAVE = "open it and save the sheet as CSV, in UTF-8";
    private static final List<Binary> BINARIES = List.of(
            new Binary("PK\u0003\u0004", "a ZIP archive or an Excel workbook", SAVE),
            new Binary("\u00D0\u00CF\u0011\u00E0", "an Excel workbook of the old kind", SAVE),
            new Binary("PAR1", "a Parquet file", "write it as CSV"),
            new Binary("%PDF", "a PDF document", "download the prices as CSV"));
    private static final Pattern MARKUP = Pattern.compile(
            "<(!doctype|\\?xml|html|head|body|script|meta|div|table|pre|title)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 4000;
    private static final int SHOWN = 120;

    private ForeignFormat() {}

    static void refuseBinary(byte[] bytes, CsvProblems problems) {
        for (Binary binary : BINARIES) {
            if (CsvText.startsWith(bytes, binary.first)) {
                throw problems.refusal("this is " + binary.what + ", not a CSV file", binary.remedy);
            }
        }
    }

    /** Providers answer with a page or with JSON where something went wrong: what it says is shown. */
    static void refuseText(String text, CsvProblems problems) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            throw problems.refusal(
                    "this is JSON, not a CSV file: " + Quoted.of(start.replaceAll("\\s+", " "), SHOWN),
                    "mind what it says, and ask the provider for CSV");
        }
        if (MARKUP.matcher(start.lines().findFirst().orElse("")).matches()) {
            throw problems.refusal(
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
