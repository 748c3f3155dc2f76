// SPDX-License-Identifier: GPL-3.0-or-later
package candor.store.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a table in which no cell holds a line break. Read line by line, a quotation mark that is never closed
 * spoils its own line and no other.
 *
 * @param cells without blanks around them; of a line that is not well formed, as if it had no quotation mark
 * @param wellFormed whether each quotation mark is closed, and nothing stands between a closing one and the separator
 */
public record CsvLine(List<String> cells, boolean wellFormed) {

    /** What is wrong with a line that is not well formed, and what to do. */
    public static final String PROBLEM =
            "a quotation mark is opened and not closed in this line; close it, or use none";

    /** Reads a line without its line break. */
    public static CsvLine read(String line, char separator) {
        if (line.indexOf('"') < 0) {
            return new CsvLine(split(line, separator), true);
        }
        try {
            List<String> cells = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(line)
                    .getFields();
            return new CsvLine(cells.stream().map(String::strip).toList(), true);
        } catch (CsvParseException malformed) {
            return new CsvLine(split(line.replace("\"", ""), separator), false);
        }
    }

    private static List<String> split(String line, char separator) {
        return Stream.of(line.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(String::strip)
                .toList();
    }
}
