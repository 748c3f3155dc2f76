package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a file say about its decimal sign. A cell that only one style can read is proof: 1.234,5 and 12,5
 * of the comma, 12.5 and 1,234,567.8 of the point; groups of thousands have three digits and no leading zero. Cells of
 * both kinds reject the file. So does a file where no cell proves anything and one reads differently in the two styles,
 * as 1.234. One exception: in a file with commas between its cells, a point is the decimal sign unless a cell proves
 * otherwise, as whoever writes decimal commas separates cells by something else.
 */
final class NumberEvidence {

    private record Cell(long line, CsvColumn column, String text) {

        String place() {
            return "line " + line + ", column " + column.title() + ": ";
        }
    }

    private final boolean commasBetweenCells;
    private @Nullable Cell onlyPoint;
    private @Nullable Cell onlyComma;
    private @Nullable Cell either;

    NumberEvidence(boolean commasBetweenCells) {
        this.commasBetweenCells = commasBetweenCells;
    }

    /** Whether the decimal point is proved, so that a cell that is plain with a point has nothing to add. */
    boolean provesPoint() {
        return onlyPoint != null;
    }

    boolean provesComma() {
        return onlyComma != null;
    }

    /** Takes note of a cell that at least one style can read. */
    void note(long line, CsvColumn column, String text, @Nullable WrittenNumber point, @Nullable WrittenNumber comma) {
        if (comma == null) {
            onlyPoint = onlyPoint == null ? new Cell(line, column, text) : onlyPoint;
        } else if (point == null) {
            onlyComma = onlyComma == null ? new Cell(line, column, text) : onlyComma;
        } else if (either == null && point.value() != comma.value() && (!commasBetweenCells || text.contains(","))) {
            either = new Cell(line, column, text);
        }
    }

    /** The style of the file; the point, with a problem noted, where the file does not say. */
    NumberStyle proved(CsvProblems problems) {
        if (onlyPoint != null && onlyComma != null) {
            problems.add(
                    onlyPoint.place(),
                    Quoted.of(onlyPoint.text) + " has a decimal point, but " + Quoted.of(onlyComma.text) + " on line "
                            + onlyComma.line + ", column " + onlyComma.column.title() + ", a decimal comma",
                    "write all numbers alike, best as 1234.56");
        } else if (onlyPoint == null && onlyComma == null && either != null) {
            problems.add(
                    either.place(),
                    Quoted.of(either.text) + " is " + shown(NumberStyle.POINT, either.text) + " or "
                            + shown(NumberStyle.COMMA, either.text)
                            + ", and no number of the file says which",
                    "write plain decimals such as 1234.56");
        }
        return onlyComma != null ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    private static String shown(NumberStyle style, String text) {
        WrittenNumber number = Objects.requireNonNull(style.read(text));
        return BigDecimal.valueOf(number.value()).stripTrailingZeros().toPlainString();
    }
}
