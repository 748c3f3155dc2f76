package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.store.failure.InputRefused;
import candor.store.port.Provenance;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import candor.store.port.TrackedColumn;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the daily bars of one symbol from a CSV file, as the common writers write it.
 *
 * <p>Text is UTF-8, UTF-16 with its mark, or Windows-1252, plain or packed by gzip or as the one CSV file of a ZIP archive;
 * cells are separated by commas, semicolons, tabs or vertical bars and quoted as RFC 4180 has it. The header is looked for
 * among the first lines ({@link HeaderSearch}); titles and comments above it, its repetition, and notes below the last bar
 * are left out and named in the provenance ({@link LeftOut}). Columns go by name, in any case and order: Date, Open, High,
 * Low and Close must be there; Volume, Adj Close, Dividends, Stock Splits and Capital Gains may ({@link CsvColumn} has their
 * other names); others are ignored and named in the provenance. A file without a header is read where its form is a known
 * one ({@link Headerless}). A person can say which column is which, and whose bars of several symbols are meant
 * ({@link CsvChoices}).
 *
 * <p>Dates are ISO or as {@link WrittenDate} has them, numbers as {@link NumberStyle} has them, with a currency where
 * there is one, and volumes in K, M, B or T; an empty cell, {@code nan}, {@code null}, {@code #N/A} and {@code -} are
 * unknown, so is {@code inf}. Prices in fixed point are divided where the file proves whose they are
 * ({@link PriceScale}).
 *
 * <p>Whether 1.234 is more than a thousand and which number of 03/04/2024 is the month is decided for the whole file,
 * by proof in it: {@link NumberEvidence}, {@link DateEvidence}, {@link MomentEvidence}. A column that stands twice, under one name or two, must
 * say the same in each row. Where proof is lacking the file is refused with both readings shown.
 *
 * <p>Files without anything to decide take a short way through {@link PlainFile}, which gives the same bars.
 */
public final class CsvBars {

    /** The longest file that is read: about a century and a half of daily bars with long decimals. */
    public static final int MAX_BYTES = 16 << 20;

    private final String name;
    private final byte[] bytes;
    private final CsvChoices choices;
    private final CsvProblems problems;

    private CsvBars(String fileName, byte[] bytes, CsvChoices choices) {
        this.name = Quoted.printable(
                fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        this.bytes = bytes;
        this.choices = choices;
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
     * As {@link #parse(String, byte[])}, with what a person says about the file.
     *
     * @param choices which column is which, and whose bars are wanted where the file has several symbols
     */
    public static Retrieval parse(String fileName, byte[] bytes, CsvChoices choices) {
        return new CsvBars(fileName, bytes, choices).parse(MAX_BYTES);
    }

    /**
     * As {@link #parse(String, byte[])}, with another limit.
     *
     * @param maxBytes of the file, and of what it unpacks to
     */
    public static Retrieval parse(String fileName, byte[] bytes, int maxBytes) {
        return new CsvBars(fileName, bytes, CsvChoices.NONE).parse(maxBytes);
    }

    /** As {@link #parse(String, byte[])}, without the short way that plain files take. */
    static Retrieval parseAnyForm(String fileName, byte[] bytes) {
        return new CsvBars(fileName, bytes, CsvChoices.NONE).parseAnyForm(MAX_BYTES);
    }

    private Retrieval parse(int maxBytes) {
        boolean mayBePlain = choices.isEmpty() && bytes.length <= maxBytes;
        return (mayBePlain ? PlainFile.read(bytes) : Optional.<PlainFile>empty())
                .map(file -> retrieval(file.header(), file.bars(), Map.of()))
                .orElseGet(() -> parseAnyForm(maxBytes));
    }

    private Retrieval parseAnyForm(int maxBytes) {
        CsvText text = CsvText.decode(bytes, maxBytes, problems);
        Separator separator = Separator.of(text.text(), choices);
        try {
            CsvHeader header = HeaderSearch.find(text.text(), separator, choices, problems);
            return retrieval(text, separator, header);
        } catch (CsvParseException malformed) {
            rejectOpenQuote(text.text(), separator);
            throw problems.rejection(
                    Quoted.printable(String.valueOf(malformed.getMessage())),
                    "close every quotation mark, or use none");
        }
    }

    private void rejectOpenQuote(String text, Separator separator) {
        long line = OpenQuote.line(text, separator.sign());
        if (line > 0) {
            problems.add(line, "a quotation mark that is never closed", "close it, or take it out");
            throw problems.rejection();
        }
    }

    /** Reads the file as most are written, and again where it proves to be written otherwise, or has several symbols. */
    private Retrieval retrieval(CsvText text, Separator separator, CsvHeader header) {
        BarRows rows = BarRows.read(text.text(), separator, header, Conventions.USUAL, null, problems);
        if (!rows.haveSeveralSymbols()) {
            return retrieval(text, separator, header, rows, null, problems);
        }
        CsvProblems own = new CsvProblems(name); // what is wrong with bars of others does not matter
        String symbol = choices.symbol();
        BarRows chosen =
                symbol == null ? rows : BarRows.read(text.text(), separator, header, Conventions.USUAL, symbol, own);
        if (symbol == null || chosen.isEmpty()) {
            rows.rejectSeveralSymbols(choices, own);
        }
        return retrieval(text, separator, header, chosen, symbol, own);
    }

    private Retrieval retrieval(
            CsvText text,
            Separator separator,
            CsvHeader header,
            BarRows usual,
            @Nullable String symbol,
            CsvProblems own) {
        Conventions proved = usual.proved();
        own.rejectIfAny();
        BarRows rows = proved.equals(Conventions.USUAL)
                ? usual
                : BarRows.read(text.text(), separator, header, proved, symbol, own);
        List<RawBar> bars = rows.bars();
        UnreadSymbols.reject(text.text(), separator, header, bars, own);
        Map<String, String> remarks = new TreeMap<>(text.remarks());
        remarks.putAll(rows.remarks());
        remarks.putAll(proved.remarks());
        List<TrackedColumn> tracked = UnreadColumns.following(text.text(), separator, header, proved.numbers(), bars);
        if (!tracked.isEmpty()) {
            Provenance.TRACKS_CLOSE.note(remarks, TrackedColumn.write(tracked));
        }
        return retrieval(header, bars, remarks);
    }

    private Retrieval retrieval(CsvHeader header, List<RawBar> bars, Map<String, String> remarks) {
        SortedMap<String, String> provenance = provenance(header, bars.size());
        provenance.putAll(remarks);
        return new Retrieval.OneFile(Retrieval.Place.CSV, bars, header.has(CsvColumn.ADJUSTED_CLOSE), provenance);
    }

    private SortedMap<String, String> provenance(CsvHeader header, int rows) {
        SortedMap<String, String> provenance = new TreeMap<>();
        Provenance.FILE.note(provenance, name);
        Provenance.SHA256.note(provenance, sha256(bytes));
        Provenance.BYTES.note(provenance, Integer.toString(bytes.length));
        Provenance.COLUMNS.note(provenance, String.join(",", header.names()));
        Provenance.ROWS.note(provenance, Integer.toString(rows));
        if (!header.ignored().isEmpty()) {
            Provenance.IGNORED_COLUMNS.note(provenance, String.join(",", header.ignored()));
        }
        if (!choices.isEmpty()) {
            Provenance.CHOSEN_COLUMNS.note(provenance, choices.columns());
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
