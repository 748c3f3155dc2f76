package candor.marketdata.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What stands between the cells of a line. */
enum Separator {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab"),
    PIPE('|', "vertical bar");

    /** In so many lines, blank ones left out, a heading is looked for. */
    static final int HEADING = 40;

    private final char sign;
    private final String title;

    Separator(char sign, String title) {
        this.sign = sign;
        this.title = title;
    }

    char sign() {
        return sign;
    }

    /** The name as messages give it. */
    String title() {
        return title;
    }

    /**
     * The one that makes the most columns of a line that are known or chosen; of several, the one that makes the most
     * numbers and dates.
     */
    static Separator of(String text, CsvChoices choices) {
        return Arrays.stream(values())
                .max(Comparator.comparingLong((Separator separator) -> separator.namesFound(text, choices))
                        .thenComparingLong(separator -> separator.dataFound(text))) // the first of equals
                .orElse(COMMA);
    }

    private long namesFound(String text, CsvChoices choices) {
        return most(text, cells -> CsvColumn.known(cells) + choices.known(cells));
    }

    private long dataFound(String text) {
        return most(text, cells -> cells.stream().filter(HeaderSearch::isDatum).count());
    }

    private long most(String text, ToLongFunction<List<String>> count) {
        long most = 0;
        try {
            for (CsvRecord record : (Iterable<CsvRecord>) headingLines(text)::iterator) {
                most = Math.max(most, count.applyAsLong(record.getFields()));
            }
        } catch (CsvParseException malformed) {
            return most; // reading the file tells what is wrong
        }
        return most;
    }

    /** The first lines that are not blank, as many as can be a heading. */
    List<CsvRecord> heading(String text) {
        return headingLines(text).toList();
    }

    /** The lines below those that are not blank. */
    Stream<CsvRecord> below(String text) {
        return filledLines(text).skip(HEADING);
    }

    private Stream<CsvRecord> headingLines(String text) {
        return filledLines(text).limit(HEADING);
    }

    private Stream<CsvRecord> filledLines(String text) {
        return reader(false).ofCsvRecord(new StringReader(text)).stream()
                .filter(record ->
                        record.getFieldCount() > 1 || !record.getField(0).isBlank());
    }

    /** All rows; each is overwritten by the next. */
    Iterable<CsvRow> rows(String text) {
        boolean noQuotes = text.indexOf('"') < 0;
        return reader(noQuotes).build(new CsvRow(), new StringReader(text));
    }

    /**
     * FastCSV is several times as fast with a reader as with a string, and where it need not mind a quotation mark that
     * is not closed.
     */
    private CsvReader.CsvReaderBuilder reader(boolean allowUnclosedQuote) {
        return CsvReader.builder()
                .fieldSeparator(sign)
                .allowUnclosedQuote(allowUnclosedQuote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }
}
