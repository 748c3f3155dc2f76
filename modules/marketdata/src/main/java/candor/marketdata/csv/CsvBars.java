package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.pipeline.failure.InputRefused;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
import candor.pipeline.port.TrackedColumn;
import candor.pipeline.report.SourceRemarks;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the daily bars of one symbol from a CSV file, as the common writers write it.
 *
 * <p>Text is UTF-8, or UTF-16 with its mark, plain or packed by gzip; cells are separated by commas, semicolons, tabs
 * or vertical bars and quoted as RFC 4180 has it. Columns go by name, in any case and order: Date, Open, High, Low,
 * Close and Volume must be there; Adj Close, Dividends, Stock Splits and Capital Gains may ({@link CsvColumn} has their
 * other names); a symbol or name must be the same in each row; others are ignored and named in the provenance. Dates
 * are ISO or as {@link WrittenDate} has them, numbers as {@link NumberStyle} has them, with a sign of currency where
 * there is one, and volumes in K, M or B; an empty cell, {@code nan}, {@code null}, {@code N/A} and {@code -} are
 * unknown, so is {@code inf}.
 *
 * <p>Whether 1.234 is more than a thousand and which number of 03/04/2024 is the month is decided for the whole file,
 * by proof in it: {@link NumberEvidence}, {@link DateEvidence}. A column that stands twice, under one name or two, must
 * say the same in each row. Where proof is lacking the file is refused with both readings shown.
 */
public final class CsvBars {

    /** The longest file that is read: about a century and a half of daily bars with long decimals. */
    public static final int MAX_BYTES = 16 << 20;

    private final String name;
    private final byte[] bytes;
    private final CsvProblems problems;

    private CsvBars(String fileName, byte[] bytes) {
        this.name = Quoted.printable(
                fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        this.bytes = bytes;
        this.problems = new CsvProblems(name);
    }

    /**
     * The bars in the file's own order.
     *
     * @param fileName for messages and provenance, of which only the part after the last slash is kept
     * @throws InputRefused naming file, line, column, value and remedy of the first five problems
     */
    public static Retrieval parse(String fileName, byte[] bytes) {
        return parse(fileName, bytes, MAX_BYTES);
    }

    /**
     * As {@link #parse(String, byte[])}, with another limit.
     *
     * @param maxBytes of the file, and of what it unpacks to
     */
    public static Retrieval parse(String fileName, byte[] bytes, int maxBytes) {
        return new CsvBars(fileName, bytes).parse(maxBytes);
    }

    private Retrieval parse(int maxBytes) {
        String text = CsvText.decode(bytes, maxBytes, problems);
        Separator separator = Separator.of(text);
        try {
            CsvHeader header = CsvHeader.read(text, separator, problems);
            return retrieval(text, separator, header);
        } catch (CsvParseException malformed) {
            throw problems.refusal(
                    Quoted.printable(String.valueOf(malformed.getMessage())),
                    "close every quotation mark, or use none");
        }
    }

    /** Reads the file as most are written, and again where it proves to be written otherwise. */
    private Retrieval retrieval(String text, Separator separator, CsvHeader header) {
        BarRows rows = BarRows.read(text, separator, header, Conventions.USUAL, problems);
        rows.refuseSeveralSymbols();
        Conventions proved = rows.proved();
        problems.refuseIfAny();
        if (!proved.equals(Conventions.USUAL)) {
            rows = BarRows.read(text, separator, header, proved, problems);
        }
        List<RawBar> bars = rows.bars();
        SortedMap<String, String> provenance = provenance(header, bars.size());
        provenance.putAll(rows.remarks());
        provenance.putAll(proved.remarks());
        List<TrackedColumn> tracked = UnreadColumns.following(text, separator, header, proved.numbers(), bars);
        if (!tracked.isEmpty()) {
            provenance.put(SourceRemarks.TRACKS_CLOSE, TrackedColumn.write(tracked));
        }
        return Retrieval.ofOneFile("csv", bars, header.has(CsvColumn.ADJUSTED_CLOSE), provenance);
    }

    private SortedMap<String, String> provenance(CsvHeader header, int rows) {
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.put("file", name);
        provenance.put("sha256", sha256(bytes));
        provenance.put("bytes", Integer.toString(bytes.length));
        provenance.put("columns", String.join(",", header.names()));
        provenance.put("rows", Integer.toString(rows));
        if (!header.ignored().isEmpty()) {
            provenance.put(SourceRemarks.IGNORED, String.join(",", header.ignored()));
        }
        return provenance;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
