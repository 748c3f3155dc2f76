package candor.marketdata;

import candor.pipeline.failure.InputRefused;
import candor.pipeline.port.RawBar;
import candor.pipeline.port.Retrieval;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the daily bars of one symbol from a CSV file (RFC 4180, commas, UTF-8 with or without byte order mark).
 *
 * <p>Columns by name, in any case and order: Date, Open, High, Low, Close and Volume must be there; Adj Close (also
 * Adj_Close, AdjClose), Dividends and Stock Splits may; others are ignored and named in the provenance. Dates are ISO; of
 * a date with a time the date is taken as it is written, which is the exchange's. Numbers are plain decimals; an empty
 * cell, {@code nan} and {@code null} are unknown.
 */
public final class CsvBars {

    /** The longest file that is read. */
    public static final int MAX_BYTES = CsvText.MAX_BYTES;

    private CsvBars() {}

    /**
     * The bars in the file's own order.
     *
     * @param fileName for messages and provenance, of which only the part after the last slash is kept
     * @throws InputRefused naming file, line, column, value and remedy of the first five problems
     */
    public static Retrieval parse(String fileName, byte[] bytes) {
        String name = baseName(fileName);
        CsvProblems problems = new CsvProblems(name);
        Iterator<CsvRecord> records = records(CsvText.decode(bytes, problems));
        try {
            CsvHeader header = header(records, problems);
            List<RawBar> bars = bars(records, header, problems);
            return Retrieval.ofOneFile(
                    "csv", bars, header.has(CsvColumn.ADJUSTED_CLOSE), provenance(name, bytes, header, bars.size()));
        } catch (CsvParseException malformed) {
            problems.add("", String.valueOf(malformed.getMessage()), "close every quotation mark, or use none");
            throw problems.refusal();
        }
    }

    private static Iterator<CsvRecord> records(String text) {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .filter(record -> !isBlank(record))
                .iterator();
    }

    private static CsvHeader header(Iterator<CsvRecord> records, CsvProblems problems) {
        if (!records.hasNext()) {
            problems.add("", "the file has no cell with content", "give it a header line and a line for each session");
            throw problems.refusal();
        }
        CsvRecord first = records.next();
        return CsvHeader.of(first.getStartingLineNumber(), first.getFields(), problems);
    }

    /** The rows one by one, as a file of junk can have millions; only bars are kept. */
    private static List<RawBar> bars(Iterator<CsvRecord> records, CsvHeader header, CsvProblems problems) {
        List<RawBar> bars = new ArrayList<>();
        while (records.hasNext()) {
            RawBar bar = bar(records.next(), header, problems);
            if (bar != null) {
                bars.add(bar);
            }
        }
        problems.refuseIfAny();
        if (bars.isEmpty()) {
            problems.add(header.line(), "a header with no row below it", "add a line for each session");
            throw problems.refusal();
        }
        return List.copyOf(bars);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    /** The row's bar, or null, with a problem noted, where its cells cannot be told apart. */
    private static @Nullable RawBar bar(CsvRecord record, CsvHeader header, CsvProblems problems) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.width()) {
            problems.add(
                    line,
                    record.getFieldCount() + " cells where the header has " + header.width() + ": "
                            + CsvProblems.quoted(String.join(",", record.getFields())),
                    "look for a missing or an extra comma");
            return null;
        }
        Row row = new Row(record, header, line, problems);
        return new RawBar(
                Math.toIntExact(line),
                row.date(),
                row.number(CsvColumn.OPEN),
                row.number(CsvColumn.HIGH),
                row.number(CsvColumn.LOW),
                row.number(CsvColumn.CLOSE),
                row.number(CsvColumn.ADJUSTED_CLOSE),
                row.number(CsvColumn.VOLUME),
                row.action(CsvColumn.DIVIDENDS),
                row.action(CsvColumn.STOCK_SPLITS),
                row.action(CsvColumn.CAPITAL_GAINS));
    }

    private record Row(CsvRecord record, CsvHeader header, long line, CsvProblems problems) {

        LocalDate date() {
            return CsvCell.date(cell(CsvColumn.DATE), line, problems);
        }

        double number(CsvColumn column) {
            return CsvCell.number(cell(column), line, column, problems);
        }

        /** As {@link #number}, but an empty cell means that nothing happened. */
        double action(CsvColumn column) {
            double value = number(column);
            return Double.isNaN(value) ? 0 : value;
        }

        private String cell(CsvColumn column) {
            Integer position = header.position().get(column);
            return position == null ? "" : record.getField(position);
        }
    }

    private static SortedMap<String, String> provenance(String name, byte[] bytes, CsvHeader header, int rows) {
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.put("file", name);
        provenance.put("sha256", sha256(bytes));
        provenance.put("bytes", Integer.toString(bytes.length));
        provenance.put("columns", String.join(",", header.names()));
        provenance.put("rows", Integer.toString(rows));
        if (!header.ignored().isEmpty()) {
            provenance.put("ignoredColumns", String.join(",", header.ignored()));
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

    private static String baseName(String fileName) {
        return CsvProblems.printable(
                fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
    }
}
