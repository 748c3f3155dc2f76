// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.batch;

import candor.forecasting.text.Figures;
import candor.store.csv.CsvLine;
import candor.store.failure.InputRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of symbol and day: cells between commas, semicolons or tabs, columns by name, in any case and order. Each line is a
 * row of its own, whatever is wrong with the others.
 */
record BatchTable(List<Row> rows) {

    private static final String WANTED =
            "want symbol and asOf, or symbol, date, open, high, low, close, volume and, if you have it, adjClose";

    /**
     * One line of the file.
     *
     * @param number counted from 1
     * @param cells by column, printable; one that is not there is empty
     * @param problem what is wrong with the line itself, and the remedy; null where it is a row
     */
    record Row(
            int number, Map<String, String> cells, @Nullable String problem) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Parses a text that is not blank; throws {@link InputRefused} where it has not the columns, or no rows. */
    static BatchTable read(String text) {
        List<String> lines = text.lines().toList();
        int heading = 0;
        while (lines.get(heading).isBlank()) {
            heading++;
        }
        char separator = separator(lines.get(heading));
        List<String> header = CsvLine.read(lines.get(heading), separator).cells();
        List<String> columns = header.stream().map(BatchTable::reduced).toList();
        requireColumns(columns, header);
        List<Row> rows = new ArrayList<>();
        for (int i = heading + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, CsvLine.read(lines.get(i), separator), columns));
            }
        }
        if (rows.isEmpty()) {
            throw new InputRefused("the input has a header and no rows; write one for each prediction, or bars");
        }
        return new BatchTable(List.copyOf(rows));
    }

    private static char separator(String header) {
        if (header.indexOf(',') >= 0) {
            return ',';
        }
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static Row row(int number, CsvLine line, List<String> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
            cells.put(columns.get(i), line.cells().get(i).replaceAll("\\p{Cntrl}", "?"));
        }
        return new Row(number, cells, problem(line, columns.size()));
    }

    private static @Nullable String problem(CsvLine line, int columns) {
        if (!line.wellFormed()) {
            return CsvLine.PROBLEM;
        }
        int cells = line.cells().size();
        return cells == columns
                ? null
                : Figures.count(cells, "cell") + " where the header has " + columns
                        + "; look for a missing or an extra separator";
    }

    private static void requireColumns(List<String> columns, List<String> header) {
        if (!columns.contains("symbol")) {
            throw new InputRefused("the input's columns are " + String.join(", ", header) + "; " + WANTED);
        }
        if (columns.contains("date") && !columns.contains("asof")) {
            throw new InputRefused("the input has a column " + header.get(columns.indexOf("date"))
                    + " and no bars; name the column asOf to ask for the forecast of that day, or give open, high, low,"
                    + " close and volume too");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && columns.indexOf(columns.get(i)) < i) {
                throw new InputRefused("the input has the column " + header.get(i) + " twice; leave one out");
            }
        }
    }

    private static String reduced(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
