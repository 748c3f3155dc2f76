package candor.marketdata;

import static candor.marketdata.CsvProblems.printable;
import static candor.marketdata.CsvProblems.quoted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which cell of a row is which column.
 *
 * @param line where it stands, counted from 1
 * @param width cells in each row
 * @param position of each known column that is there, counted from 0
 * @param names of all columns as they stand in the file
 * @param ignored names of the columns that mean nothing here
 */
record CsvHeader(long line, int width, Map<CsvColumn, Integer> position, List<String> names, List<String> ignored) {

    boolean has(CsvColumn column) {
        return position.containsKey(column);
    }

    /** Reads the header line, or refuses the file. */
    static CsvHeader of(long line, List<String> cells, CsvProblems problems) {
        Map<CsvColumn, Integer> position = new EnumMap<>(CsvColumn.class);
        List<String> names = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int cell = i;
            String name = printable(cells.get(i).strip());
            names.add(name);
            CsvColumn.find(name)
                    .ifPresentOrElse(column -> place(column, cell, line, position, problems), () -> ignored.add(name));
        }
        if (position.isEmpty() && cells.stream().anyMatch(CsvHeader::looksLikeData)) {
            problems.add(
                    line,
                    "data where the column names should be: " + quoted(String.join(",", cells)),
                    "put a header line above it, such as Date,Open,High,Low,Close,Volume");
            throw problems.refusal();
        }
        Arrays.stream(CsvColumn.values())
                .filter(column -> column.required() && !position.containsKey(column))
                .forEach(column -> problems.add(
                        line,
                        "no column " + column.title() + " in the header " + quoted(String.join(",", names)),
                        "name it " + column.title() + ", and separate the columns by commas"));
        problems.refuseIfAny();
        return new CsvHeader(line, cells.size(), position, List.copyOf(names), List.copyOf(ignored));
    }

    private static void place(
            CsvColumn column, int cell, long line, Map<CsvColumn, Integer> position, CsvProblems problems) {
        Integer first = position.putIfAbsent(column, cell);
        if (first != null) {
            problems.add(
                    line,
                    "column " + column.title() + " stands twice, in cells " + (first + 1) + " and " + (cell + 1),
                    "keep the one that belongs to this symbol and take the other out");
        }
    }

    private static boolean looksLikeData(String cell) {
        return CsvCell.isDate(cell.strip()) || CsvCell.isNumber(cell.strip());
    }
}
