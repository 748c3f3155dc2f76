package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of one file. */
final class NumberReader {

    /** Nothing known: pandas, SQL and R, Nasdaq, Investing.com, spreadsheets' errors. */
    private static final Set<String> UNKNOWN = Set.of(
            "", "nan", "null", "nil", "none", "n/a", "n.a.", "n.a", "na", "<na>", "-", "--", "---", "\u2013", "\u2014",
            "#value!", "#div/0!", "#ref!", "#name?", "#num!", "#null!");

    /** How spreadsheets and Bloomberg begin it, as in #N/A N/A. */
    private static final String NOT_AVAILABLE = "#n/a";

    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "-infinity");
    private static final String REMEDY = "write a plain decimal such as 1234.56, or leave the cell empty where unknown";

    private final NumberStyle style;
    private final CsvProblems problems;
    private final NumberEvidence evidence;
    private @Nullable String currency;
    private int infinite;

    /** @param style to read by where the cells leave it open */
    NumberReader(NumberStyle style, boolean commasBetweenCells, CsvProblems problems) {
        this.style = style;
        this.problems = problems;
        this.evidence = new NumberEvidence(commasBetweenCells);
    }

    NumberEvidence evidence() {
        return evidence;
    }

    /** The currency that numbers carry, as {@link Currencies} names it; null where none does. */
    @Nullable
    String currency() {
        return currency;
    }

    /** How many cells hold inf, which is what pandas writes of a division by zero. */
    int infinite() {
        return infinite;
    }

    /** The number; NaN for a cell that is empty or says so, and, with a problem noted, for one that holds none. */
    double read(CsvRow row, int cell, CsvColumn column) {
        double plain = row.plainNumber(cell);
        boolean certain = style == NumberStyle.POINT && evidence.provesPoint();
        if (!Double.isNaN(plain) && (certain || !row.contains(cell, '.'))) {
            return plain;
        }
        if (row.isEmpty(cell)) {
            return Double.NaN;
        }
        return read(row.line(), row.text(cell), column);
    }

    private double read(long line, String text, CsvColumn column) {
        WrittenNumber point = NumberStyle.POINT.read(text);
        WrittenNumber comma = NumberStyle.COMMA.read(text);
        WrittenNumber any = point == null ? comma : point;
        if (any == null) {
            return word(line, text, column);
        }
        if (any.inUnits() && column != CsvColumn.VOLUME) {
            problems.add(line, column, Quoted.of(text) + " is in units, which only a volume can be", REMEDY);
            return Double.NaN;
        }
        if (Double.isInfinite(any.value())) {
            problems.add(line, column, Quoted.of(text) + " is beyond the range of numbers", REMEDY);
            return Double.NaN;
        }
        evidence.note(line, column, text, point, comma);
        noteCurrency(line, column, text, any.currency());
        WrittenNumber read = style == NumberStyle.POINT ? point : comma;
        return read == null ? Double.NaN : read.value();
    }

    private double word(long line, String text, CsvColumn column) {
        String word = text.toLowerCase(Locale.ROOT);
        if (INFINITE.contains(word)) {
            infinite++;
        } else if (!UNKNOWN.contains(word) && !word.startsWith(NOT_AVAILABLE)) {
            problems.add(line, column, Quoted.of(text) + " is not a number", REMEDY);
        }
        return Double.NaN;
    }

    private void noteCurrency(long line, CsvColumn column, String text, @Nullable String found) {
        if (found != null && currency != null && !found.equals(currency)) {
            problems.add(
                    line,
                    column,
                    Quoted.of(text) + " is in " + found + " where numbers above are in " + currency,
                    "give the file one currency");
        }
        currency = currency == null ? found : currency;
    }
}
