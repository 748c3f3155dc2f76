package candor.store.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberInput;

/**
 * CSV as artefacts hold it (RFC 4180 with line feeds): UTF-8, one header line, numbers in shortest round-trip form, an
 * empty cell where a number is not there.
 */
public final class Csv {

    /**
     * What begins a formula: a sign, or its full-width form, at the start of a cell, behind whatever is not seen. Where
     * semicolons or tabs separate a spreadsheet's columns, a cell starts behind each of these too.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])([\\s\\p{Z}\\p{Cc}\\p{Cf}\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

    /** A table with these columns and no rows. */
    public Csv(List<String> header) {
        writer.writeRecord(header);
    }

    /** Appends a row; one cell for each column. */
    public void row(List<String> cells) {
        writer.writeRecord(cells);
    }

    /** The whole table; the writer underneath holds back what it has not passed on yet. */
    public byte[] toBytes() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of an artefact; cells by column name. */
    public static List<NamedCsvRecord> read(byte[] bytes) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The shortest text that reads back as the same double, whole numbers without a point, and empty for NaN; an
     * infinity is a broken contract.
     */
    public static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("a stored number must be finite, not " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return isNegativeZero(value) ? "-0" : Long.toString((long) value);
        }
        return Double.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    /** The number in a cell, NaN for an empty one; by Jackson's parser, which rounds as correctly as Java's. */
    public static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : NumberInput.parseDouble(cell, true);
    }

    /**
     * Somebody else's text: with an apostrophe before what a spreadsheet would calculate, which it then shows as text.
     * Not for numbers.
     */
    public static String text(String cell) {
        return FORMULA.matcher(cell).replaceAll("$1'$2");
    }
}
