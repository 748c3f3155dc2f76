package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a row is which column.
 *
 * @param line where the names stand, counted from 1
 * @param records how many lines stand above the bars, blank ones left out
 * @param names of all columns as they stand in the file
 * @param columns what each cell of a row is; null where it means nothing here
 * @param symbol that the heading is about, as yfinance writes it; null where it does not say
 */
record CsvHeader(
        long line,
        int records,
        List<String> names,
        List<@Nullable CsvColumn> columns,
        @Nullable String symbol) {

    private static final Set<String> INDEX_NAMES = Set.of("", "index", "unnamed0");
    private static final Set<String> LABELS = Set.of("", "ticker", "price", "symbol");
    private static final int SYMBOLS_TOLD = 5;

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

    /** Names of the columns that mean nothing here. */
    List<String> ignored() {
        return positions(columns, null).stream().map(names::get).toList();
    }

    /** How many of the names are known. */
    static long known(Collection<String> names) {
        return names.stream().map(CsvColumn::find).filter(Objects::nonNull).count();
    }

    /** Reads the heading, or refuses the file. */
    static CsvHeader read(String text, Separator separator, CsvProblems problems) {
        List<CsvRecord> heading = separator.heading(text);
        int skipped = !heading.isEmpty() && "sep=".equals(heading.getFirst().getField(0)) ? 1 : 0; // Excel's own line
        if (heading.size() <= skipped) {
            throw problems.refusal(
                    "the file has no cell with content", "give it a header line and a line for each session");
        }
        List<CsvRecord> rest = heading.subList(skipped, heading.size());
        if (rest.size() > 1 && isYfinances(rest.get(0), rest.get(1))) {
            return ofTwoLevels(rest, skipped, problems);
        }
        return of(rest.getFirst(), skipped + 1, null, problems);
    }

    /** Whether below the names (or above) each column has its ticker. */
    private static boolean isYfinances(CsvRecord first, CsvRecord second) {
        List<String> below = second.getFields();
        return first.getFieldCount() == below.size()
                && below.size() > 1
                && LABELS.contains(CsvColumn.plain(below.getFirst()))
                && below.stream().skip(1).noneMatch(cell -> cell.isBlank() || looksLikeData(cell));
    }

    private static CsvHeader ofTwoLevels(List<CsvRecord> heading, int skipped, CsvProblems problems) {
        CsvRecord first = heading.get(0);
        CsvRecord second = heading.get(1);
        boolean namesFirst = known(first.getFields()) >= known(second.getFields());
        CsvRecord names = namesFirst ? first : second;
        CsvRecord tickers = namesFirst ? second : first;
        Set<String> symbols = tickers.getFields().stream()
                .skip(1)
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        refuseSeveral(tickers.getStartingLineNumber(), symbols, problems);
        boolean indexLine = heading.size() > 2 && isIndexLine(heading.get(2).getFields());
        return of(names, skipped + (indexLine ? 3 : 2), symbols.iterator().next(), problems);
    }

    /** Refuses bars of several symbols. */
    static void refuseSeveral(long line, Set<String> symbols, CsvProblems problems) {
        if (symbols.size() > 1) {
            String told = symbols.stream().limit(SYMBOLS_TOLD).map(Quoted::of).collect(Collectors.joining(", "));
            problems.add(
                    line,
                    "bars of several symbols: " + told + (symbols.size() > SYMBOLS_TOLD ? " and others" : ""),
                    "give a file for each symbol");
            throw problems.refusal();
        }
    }

    private static boolean isIndexLine(List<String> cells) {
        return (cells.getFirst().isBlank() || CsvColumn.find(cells.getFirst()) == CsvColumn.DATE)
                && cells.stream().skip(1).allMatch(String::isBlank);
    }

    private static CsvHeader of(CsvRecord line, int records, @Nullable String symbol, CsvProblems problems) {
        List<String> names = line.getFields().stream()
                .map(name -> Quoted.printable(name.strip()))
                .toList();
        List<@Nullable CsvColumn> columns = new ArrayList<>();
        names.forEach(name -> columns.add(CsvColumn.find(name)));
        if (symbol != null) {
            columns.set(0, CsvColumn.DATE);
        } else {
            nameTheDate(names, columns);
        }
        CsvHeader header = new CsvHeader(
                line.getStartingLineNumber(), records, names, Collections.unmodifiableList(columns), symbol);
        header.requireColumns(problems);
        return header;
    }

    /** Where no column is called a date: one called time, or the index that pandas writes without a name. */
    private static void nameTheDate(List<String> names, List<@Nullable CsvColumn> columns) {
        if (!columns.contains(CsvColumn.DATE)) {
            int time = names.stream().map(CsvColumn::plain).toList().indexOf("time");
            int place = time < 0 && INDEX_NAMES.contains(CsvColumn.plain(names.getFirst())) ? 0 : time;
            if (place >= 0) {
                columns.set(place, CsvColumn.DATE);
            }
        }
    }

    private void requireColumns(CsvProblems problems) {
        if (columns.stream().allMatch(Objects::isNull) && names.stream().anyMatch(CsvHeader::looksLikeData)) {
            problems.add(
                    line,
                    "data where the column names should be: " + Quoted.of(String.join(",", names)),
                    "put a header line above it, such as Date,Open,High,Low,Close,Volume");
            throw problems.refusal();
        }
        String missing = Stream.of(CsvColumn.values())
                .filter(column -> column.required() && !has(column))
                .map(CsvColumn::title)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(
                    line,
                    "no column " + missing + " in the header " + Quoted.of(String.join(",", names)),
                    "give a file of daily bars, with columns of these names");
        }
        problems.refuseIfAny();
    }

    private static boolean looksLikeData(String cell) {
        return WrittenDate.of(cell.strip()) != null || NumberStyle.isNumber(cell.strip());
    }

    private static List<Integer> positions(List<?> all, @Nullable Object wanted) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Objects.equals(all.get(i), wanted)) {
                positions.add(i);
            }
        }
        return positions;
    }
}
