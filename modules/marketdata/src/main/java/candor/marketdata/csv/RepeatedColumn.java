package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column that stands in a file more than once, which is well as long as it says the same each time. */
final class RepeatedColumn {

    private final CsvHeader header;
    private final CsvColumn column;
    private final List<Integer> cells;
    private @Nullable String difference;

    RepeatedColumn(CsvHeader header, CsvColumn column) {
        this.header = header;
        this.column = column;
        this.cells = header.cells(column);
    }

    /** Compares the cells of a row with the first of them; numbers by what they are, all else by its text. */
    void compare(CsvRow row, NumberReader numbers) {
        String first = row.text(cells.getFirst());
        for (int cell : cells.subList(1, cells.size())) {
            String other = row.text(cell);
            if (difference == null && !first.equals(other) && !(column.numeric() && sameNumber(row, cell, numbers))) {
                difference = "columns " + Quoted.of(name(cells.getFirst())) + " and " + Quoted.of(name(cell))
                        + ", cells " + (cells.getFirst() + 1) + " and " + (cell + 1) + ", are both "
                        + column.title() + " but differ: line " + row.line() + " has " + shown(first) + " and "
                        + shown(other);
            }
        }
    }

    private boolean sameNumber(CsvRow row, int cell, NumberReader numbers) {
        double first = numbers.read(row, cells.getFirst(), column);
        return Double.compare(first, numbers.read(row, cell, column)) == 0;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : Quoted.of(text);
    }

    private String name(int cell) {
        return header.names().get(cell);
    }

    void noteDifference(CsvProblems problems) {
        if (difference != null) {
            problems.add(
                    header.line(),
                    difference,
                    "say which is right with --columns "
                            + cells.stream()
                                    .map(cell -> column.plainTitle() + "=" + (cell + 1))
                                    .collect(Collectors.joining(" or ")));
        }
    }

    /** Its names in the file, as in Close=Close/Last. */
    String names() {
        return String.join("=", cells.stream().map(this::name).toList());
    }
}
