// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column of symbols under a name that is not known: most days have several rows, and no two of a day have the same value
 * there. The file is rejected with the option that names the column.
 */
final class UnreadSymbols {

    private static final int TOLD = 5;
    private static final int FEWEST_ROWS_EACH = 2;
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-4])(:?[0-5][0-9]){0,2} ?([AaPp][Mm])?");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.]*[A-Za-z_][A-Za-z0-9_.]*");

    private final CsvHeader header;
    private final Map<LocalDate, Integer> rowsOfDay = new HashMap<>();
    private final Map<Integer, LocalDate> days = new HashMap<>();

    private UnreadSymbols(CsvHeader header, List<RawBar> bars) {
        this.header = header;
        bars.forEach(bar -> {
            rowsOfDay.merge(bar.session(), 1, Integer::sum);
            days.put(bar.line(), bar.session());
        });
    }

    /** @param bars of the same text */
    static void reject(String text, Separator separator, CsvHeader header, List<RawBar> bars, CsvProblems problems) {
        if (header.ignored().isEmpty() || header.has(CsvColumn.SYMBOL) || header.has(CsvColumn.NAME)) {
            return;
        }
        UnreadSymbols symbols = new UnreadSymbols(header, bars);
        if (symbols.mostDaysHaveSeveralRows()) {
            CsvHeader.positions(header.columns(), null)
                    .forEach(cell -> symbols.note(cell, separator.rows(text), problems));
            problems.rejectIfAny();
        }
    }

    private boolean mostDaysHaveSeveralRows() {
        return 2 * rowsOfDay.values().stream().filter(rows -> rows > 1).count() > rowsOfDay.size();
    }

    private void note(int cell, Iterable<CsvRow> rows, CsvProblems problems) {
        Set<String> values = new LinkedHashSet<>();
        Set<Map.Entry<LocalDate, String>> seen = new HashSet<>();
        long second = 0;
        for (CsvRow row : rows) {
            LocalDate day = days.get((int) row.line());
            if (day != null) {
                String value = row.text(cell);
                if (value.isEmpty() || !seen.add(Map.entry(day, value))) {
                    return;
                }
                second = values.add(value) && values.size() == 2 ? row.line() : second;
            }
        }
        boolean few = values.size() > 1 && values.size() * FEWEST_ROWS_EACH <= days.size();
        if (few && !values.stream().allMatch(value -> TIME.matcher(value).matches())) {
            problems.add(second, finding(cell, values), remedy(cell));
        }
    }

    private String finding(int cell, Set<String> values) {
        return "several rows a day, which column " + Quoted.of(header.names().get(cell)) + " tells apart: "
                + values.stream().limit(TOLD).map(Quoted::of).collect(Collectors.joining(", "))
                + (values.size() > TOLD ? " and others" : "");
    }

    private String remedy(int cell) {
        String name = header.names().get(cell);
        return "where these are symbols, name the column with --symbol-column "
                + (PLAIN_NAME.matcher(name).matches() ? name : String.valueOf(cell + 1));
    }
}
