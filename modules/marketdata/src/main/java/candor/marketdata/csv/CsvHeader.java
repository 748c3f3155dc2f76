package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row is which column.
 *
 * @param line where the names stand, counted from 1; 0 where the file has none
 * @param last where the last line of the heading starts; bars stand below
 * @param names of all columns as they stand in the file, or their numbers where it has no names
 * @param columns what each cell of a row is; null where it means nothing here
 * @param symbol that the heading is about, as yfinance and quantmod write it; null where it does not say
 * @param form known form of a file without a heading; null where it has one, or a person said which column is which
 * @param above lines above the heading that are neither names nor bars
 */
record CsvHeader(
        long line,
        long last,
        List<String> names,
        List<@Nullable CsvColumn> columns,
        @Nullable String symbol,
        @Nullable String form,
        List<String> above) {

    private static final int SHOWN = 120;
    /** What a date is called where no column is called one: Databento, Polygon, Zipline, TradingView and Barchart. */
    private static final List<String> LESSER_DATES = List.of("tsevent", "windowstart", "day", "session", "time", "t");
    /** What the first column is called where pandas and quantmod write their index. */
    private static final Set<String> INDEX_NAMES = Set.of("", "index", "unnamed0");

    int width() {
        return names.size();
    }

    boolean has(CsvColumn column) {
        return columns.contains(column);
    }

    /** The cells of that column, counted from 0; several where a column stands twice. */
    List<Integer> cells(CsvColumn column) {
        return positions(columns, column);
    }

    /** Names of the columns that mean nothing here; a counter of rows that pandas writes has none. */
    List<String> ignored() {
        return positions(columns, null).stream()
                .map(names::get)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The cell with the time of day beside the date, counted from 0; negative where there is none. */
    int timeOfDay() {
        return positions(columns, null).stream()
                .filter(cell -> "time".equals(CsvColumn.plain(names.get(cell))))
                .findFirst()
                .orElse(-1);
    }

    CsvHeader below(List<String> lines) {
        return new CsvHeader(line, last, names, columns, symbol, form, lines);
    }

    /** The heading of these names, completed by what the person chose. */
    static CsvHeader of(
            long line,
            long last,
            List<String> cells,
            @Nullable String symbol,
            CsvChoices choices,
            CsvProblems problems) {
        List<String> names = cells.stream()
                .map(name -> Quoted.printable(name.replace('\u00A0', ' ').strip()))
                .toList();
        List<@Nullable CsvColumn> columns = new ArrayList<>();
        names.forEach(name -> columns.add(CsvColumn.find(name)));
        choices.apply(line, names, columns, problems);
        addLesserNames(names, columns);
        return new CsvHeader(line, last, names, Collections.unmodifiableList(columns), symbol, null, List.of());
    }

    /** Gives a meaning to names that have one only as no other column has it. */
    private static void addLesserNames(List<String> names, List<@Nullable CsvColumn> columns) {
        List<String> plain = names.stream().map(CsvColumn::plain).toList();
        for (String date : LESSER_DATES) {
            place(CsvColumn.DATE, plain.indexOf(date), columns);
        }
        place(CsvColumn.DATE, INDEX_NAMES.contains(plain.getFirst()) ? 0 : -1, columns);
        for (int i = 0; i < names.size(); i++) {
            CsvColumn lesser = CsvColumn.findLesser(names.get(i));
            if (lesser != null) {
                place(lesser, i, columns);
            }
        }
    }

    private static void place(CsvColumn column, int cell, List<@Nullable CsvColumn> columns) {
        if (cell >= 0 && columns.get(cell) == null && !columns.contains(column)) {
            columns.set(cell, column);
        }
    }

    /** The same with other columns, and what symbol they are about. */
    CsvHeader withColumns(List<@Nullable CsvColumn> other, @Nullable String about) {
        return new CsvHeader(line, last, names, Collections.unmodifiableList(other), about, form, above);
    }

    /** Whether all columns are there that bars need. */
    boolean isComplete() {
        return missing().isEmpty();
    }

    private List<CsvColumn> missing() {
        return Stream.of(CsvColumn.values())
                .filter(column -> column.required() && !has(column))
                .toList();
    }

    /** Rejects a heading that lacks a column. */
    CsvHeader requireColumns(CsvProblems problems) {
        List<CsvColumn> missing = missing();
        if (!missing.isEmpty()) {
            problems.add(
                    line,
                    "no column " + missing.stream().map(CsvColumn::title).collect(Collectors.joining(", "))
                            + " in the header " + Quoted.of(String.join(",", names), SHOWN),
                    "name what it is called there, or its number, as in --columns "
                            + missing.stream()
                                    .map(column -> column.plainTitle() + "=NAME")
                                    .collect(Collectors.joining(",")));
        }
        problems.rejectIfAny();
        return this;
    }

    /** Where in a list something stands, counted from 0. */
    static List<Integer> positions(List<?> all, @Nullable Object wanted) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Objects.equals(all.get(i), wanted)) {
                positions.add(i);
            }
        }
        return positions;
    }
}
