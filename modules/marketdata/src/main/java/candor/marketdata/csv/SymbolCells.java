package candor.marketdata.csv;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a column that has the same one in each row: symbol or name. An empty cell says nothing. */
final class SymbolCells {

    /** Enough to tell that there are several, and which. */
    private static final int KEPT = 7;

    private final int cell;
    private final Set<String> values = new LinkedHashSet<>();
    private String last = "";
    private long secondLine;

    SymbolCells(int cell) {
        this.cell = cell;
    }

    void note(CsvRow row) {
        if (!row.isEmpty(cell) && !row.holds(cell, last) && values.size() < KEPT) {
            last = row.text(cell);
            if (!last.isEmpty() && values.add(last) && values.size() == 2) {
                secondLine = row.line();
            }
        }
    }

    boolean areSeveral() {
        return values.size() > 1;
    }

    void rejectSeveral(CsvChoices choices, CsvProblems problems) {
        HeaderSearch.rejectSeveral(secondLine, values, choices, problems);
    }

    /** Whether the row's cell is that symbol, in any case. */
    boolean is(CsvRow row, String symbol) {
        return row.holds(cell, symbol) || row.text(cell).equalsIgnoreCase(symbol);
    }

    /** The one value; null where all cells are empty. */
    @Nullable
    String value() {
        return values.isEmpty() ? null : values.iterator().next();
    }
}
