package candor.pipeline.batch;

import candor.pipeline.failure.InputRefused;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of an input file: RFC 4180 with commas or semicolons, columns by name, in any case and order.
 *
 * @param columns as the header names them, reduced to lower-case letters
 */
record BatchTable(List<String> columns, List<Row> rows) {

    static final int MOST_BYTES = 16 << 20;

    private static final String WANTED =
            "want symbol and asOf, or symbol, date, open, high, low, close, volume and, if you have it, adjClose";

    /** One line of the file; a cell that is not there is empty. */
    record Row(long line, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Parses a file; throws {@link InputRefused} where it is no table or has not the columns. */
    static BatchTable read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new InputRefused("the input has " + bytes.length + " bytes, at most " + MOST_BYTES
                    + " are read; split it into several files");
        }
        List<CsvRecord> records = records(text(bytes));
        if (records.isEmpty()) {
            throw new InputRefused("the input is empty; " + WANTED);
        }
        List<String> columns =
                records.getFirst().getFields().stream().map(BatchTable::reduced).toList();
        requireColumns(columns, records.getFirst().getFields());
        List<Row> rows = new ArrayList<>();
        for (CsvRecord csv : records.subList(1, records.size())) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), csv.getFieldCount()); i++) {
                cells.put(columns.get(i), csv.getField(i).strip());
            }
            rows.add(new Row(csv.getStartingLineNumber(), cells));
        }
        if (rows.isEmpty()) {
            throw new InputRefused("the input has a header and no rows; write one for each prediction, or bars");
        }
        return new BatchTable(columns, rows);
    }

    /** Whether the rows are bars; else they are symbols and days. */
    boolean holdsBars() {
        return columns.contains("close");
    }

    private static void requireColumns(List<String> columns, List<String> header) {
        List<String> bars = List.of("symbol", "date", "open", "high", "low", "close", "volume");
        boolean suited = columns.contains("close") ? columns.containsAll(bars) : columns.contains("symbol");
        if (!suited) {
            throw new InputRefused("the input's columns are " + String.join(", ", header) + "; " + WANTED);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && columns.indexOf(columns.get(i)) < i) {
                throw new InputRefused("the input has the column " + header.get(i) + " twice; leave one out");
            }
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputRefused("the input is no UTF-8 text; save it as CSV in UTF-8", e);
        }
    }

    private static List<CsvRecord> records(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new InputRefused(
                    "the input is no CSV: " + e.getMessage() + "; close every quotation mark, or use none", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reduced(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.equals("adjustedclose") ? "adjclose" : letters;
    }
}
