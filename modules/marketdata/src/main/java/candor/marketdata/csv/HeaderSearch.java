package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heading of a file: the first of its first lines that names all columns that bars need, in one line or in
 * two, of which one has the symbols. What stands above is titles and comments; bars may not. A file without a heading is
 * read where its form is a known one ({@link Headerless}).
 */
final class HeaderSearch {

    private static final Set<String> LABELS = Set.of("", "ticker", "price", "symbol");
    private static final int SYMBOLS_TOLD = 5;
    private static final int SHOWN = 120;
    private static final int PRICES = 2;

    /** A line with so many names of columns is a heading, wherever it stands. */
    private static final int NAMES = 4;

    private final String text;
    private final Separator separator;
    private final List<CsvRecord> lines;
    private final CsvChoices choices;
    private final CsvProblems problems;

    private HeaderSearch(
            String text, Separator separator, List<CsvRecord> lines, CsvChoices choices, CsvProblems problems) {
        this.text = text;
        this.separator = separator;
        this.lines = lines;
        this.choices = choices;
        this.problems = problems;
    }

    /** The heading, or the rejection of the file. */
    static CsvHeader find(String text, Separator separator, CsvChoices choices, CsvProblems problems) {
        List<CsvRecord> lines = new ArrayList<>(separator.heading(text));
        if (!lines.isEmpty() && "sep=".equals(lines.getFirst().getField(0))) { // Excel's own line
            lines.removeFirst();
        }
        if (lines.isEmpty()) {
            throw problems.rejection(
                    "the file has no cell with content", "give it a header line and a line for each session");
        }
        return new HeaderSearch(text, separator, lines, choices, problems).find();
    }

    private CsvHeader find() {
        for (int i = 0; i < lines.size(); i++) {
            if (isDataByNumber(lines.get(i).getFields())) {
                return numbered(i);
            }
            CsvHeader header = at(i);
            if (header != null && (header.isComplete() || header.symbol() != null)) {
                rejectBarsAbove(i, header);
                return header.requireColumns(problems).below(texts(i));
            }
        }
        rejectFarHeader();
        CsvHeader best = nearest();
        if (best.columns().stream().filter(column -> column != null).count() > 1) {
            return best.requireColumns(problems);
        }
        return lines.stream()
                .filter(line -> !LeftOut.isComment(line.getField(0)))
                .findFirst()
                .filter(line -> isData(line.getFields()))
                .map(line -> Headerless.read(lines, texts(lines.indexOf(line)), problems))
                .orElseGet(() -> best.requireColumns(problems));
    }

    /** The heading that starts with that line; null where it is none. */
    private @Nullable CsvHeader at(int i) {
        CsvRecord line = lines.get(i);
        List<String> cells = line.getFields();
        boolean comment = LeftOut.isComment(cells.getFirst());
        if (choices.byNumberAlone() || choices.lacking(cells) != null || isData(cells)) {
            return null;
        }
        if (!comment && i + 1 < lines.size() && isYfinances(line, lines.get(i + 1))) {
            return ofTwoLevels(i);
        }
        CsvHeader header = of(line, line, null);
        return header.isComplete() || comment ? header : flattened(header);
    }

    private CsvHeader of(CsvRecord names, CsvRecord last, @Nullable String symbol) {
        return CsvHeader.of(
                names.getStartingLineNumber(),
                last.getStartingLineNumber(),
                names.getFields(),
                symbol,
                choices,
                problems);
    }

    /** Whether below the names (or above) each column has its ticker. */
    private static boolean isYfinances(CsvRecord first, CsvRecord second) {
        List<String> above = first.getFields();
        List<String> below = second.getFields();
        return above.size() == below.size()
                && below.size() > 1
                && LABELS.contains(CsvColumn.plain(below.getFirst()))
                && above.stream().skip(1).noneMatch(String::isBlank)
                && below.stream().skip(1).noneMatch(cell -> cell.isBlank() || isDatum(cell))
                && Math.max(CsvColumn.known(above), CsvColumn.known(below)) > 1;
    }

    private CsvHeader ofTwoLevels(int i) {
        CsvRecord first = lines.get(i);
        CsvRecord second = lines.get(i + 1);
        boolean namesFirst = CsvColumn.known(first.getFields()) >= CsvColumn.known(second.getFields());
        CsvRecord names = namesFirst ? first : second;
        List<String> tickers = (namesFirst ? second : first)
                .getFields().stream().map(String::strip).toList();
        Set<String> symbols = new LinkedHashSet<>(tickers.subList(1, tickers.size()));
        String symbol = chosen((namesFirst ? second : first).getStartingLineNumber(), symbols);
        boolean indexLine = i + 2 < lines.size() && isIndexLine(lines.get(i + 2).getFields());
        CsvHeader all = of(names, indexLine ? lines.get(i + 2) : second, symbol);
        List<@Nullable CsvColumn> columns = new ArrayList<>(all.columns());
        columns.replaceAll(column -> column == CsvColumn.DATE ? null : column);
        IntStream.range(1, columns.size())
                .filter(cell -> !tickers.get(cell).equals(symbol))
                .forEach(cell -> columns.set(cell, null));
        columns.set(0, CsvColumn.DATE);
        return all.withColumns(columns, symbol);
    }

    private CsvHeader flattened(CsvHeader header) {
        Map<String, List<@Nullable CsvColumn>> symbols = FlatNames.read(header);
        if (symbols.isEmpty()) {
            return header;
        }
        String symbol = chosen(header.line(), symbols.keySet());
        return header.withColumns(symbols.getOrDefault(symbol, header.columns()), symbol);
    }

    /** The symbol that is wanted, or the only one. */
    private String chosen(long line, Set<String> symbols) {
        return symbols.stream().filter(choices::wants).findFirst().orElseGet(() -> {
            rejectSeveral(line, symbols, choices, problems);
            return symbols.iterator().next();
        });
    }

    /** Rejects bars of several symbols of which none is wanted. */
    static void rejectSeveral(long line, Set<String> symbols, CsvChoices choices, CsvProblems problems) {
        if (symbols.size() > 1) {
            String told = symbols.stream().limit(SYMBOLS_TOLD).map(Quoted::of).collect(Collectors.joining(", "));
            String wanted = choices.symbol();
            problems.add(
                    line,
                    "bars of several symbols: " + told + (symbols.size() > SYMBOLS_TOLD ? " and others" : ""),
                    wanted == null
                            ? "name one with --symbol, or give a file for each symbol"
                            : Quoted.of(wanted) + " is none of them: ask for one that is, or give its own file");
            throw problems.rejection();
        }
    }

    private static boolean isIndexLine(List<String> cells) {
        return (cells.getFirst().isBlank() || CsvColumn.find(cells.getFirst()) == CsvColumn.DATE)
                && cells.stream().skip(1).allMatch(String::isBlank);
    }

    /** A person gave numbers, and there bars begin: the line above has the names, if it is as wide. */
    private CsvHeader numbered(int i) {
        int width = lines.get(i).getFieldCount();
        CsvRecord above = i == 0 ? null : lines.get(i - 1);
        if (above != null && above.getFieldCount() == width && !isData(above.getFields())) {
            return of(above, above, null).requireColumns(problems).below(texts(i - 1));
        }
        List<String> numbers =
                IntStream.rangeClosed(1, width).mapToObj(String::valueOf).toList();
        long last = above == null ? 0 : above.getStartingLineNumber();
        return CsvHeader.of(0, last, numbers, null, choices, problems)
                .requireColumns(problems)
                .below(texts(i));
    }

    private boolean isDataByNumber(List<String> cells) {
        return choices.byNumberAlone() && choices.lacking(cells) == null && isData(cells);
    }

    /** Rejects a file whose heading stands further down than it is looked for. */
    private void rejectFarHeader() {
        if (lines.stream().anyMatch(line -> isData(line.getFields()) || names(line) > 1)) {
            return;
        }
        separator.below(text).filter(line -> names(line) >= NAMES).findFirst().ifPresent(header -> {
            problems.add(
                    header.getStartingLineNumber(),
                    "the header stands below the first " + Separator.HEADING
                            + " lines with content, among which it is looked for",
                    "take out lines above it");
            throw problems.rejection();
        });
    }

    private long names(CsvRecord line) {
        return CsvColumn.known(line.getFields()) + choices.known(line.getFields());
    }

    /** The line that comes nearest to a heading: by what is known in it, else by the bars below it. */
    private CsvHeader nearest() {
        CsvRecord best = lines.stream()
                .max(Comparator.comparingLong(
                        line -> CsvColumn.known(line.getFields()) * 2 + (isAboveBars(line) ? 1 : 0)))
                .filter(line -> CsvColumn.known(line.getFields()) > 0 || isAboveBars(line))
                .orElse(lines.getFirst());
        String lacking = choices.lacking(best.getFields());
        if (lacking != null) {
            problems.add(
                    best.getStartingLineNumber(),
                    "--columns: no column " + Quoted.of(lacking) + " in the header "
                            + Quoted.of(String.join(",", best.getFields()), SHOWN),
                    "write a name as it stands there, or its number");
            throw problems.rejection();
        }
        return of(best, best, null);
    }

    private boolean isAboveBars(CsvRecord line) {
        int below = lines.indexOf(line) + 1;
        return below < lines.size()
                && !isData(line.getFields())
                && lines.get(below).getFieldCount() == line.getFieldCount()
                && isData(lines.get(below).getFields());
    }

    private void rejectBarsAbove(int i, CsvHeader header) {
        lines.subList(0, i).stream()
                .filter(line -> isData(line.getFields()))
                .findFirst()
                .ifPresent(line -> {
                    problems.add(
                            line.getStartingLineNumber(),
                            Quoted.of(String.join(",", line.getFields())) + " stands above the header of line "
                                    + header.line(),
                            "put the header first");
                    throw problems.rejection();
                });
    }

    private List<String> texts(int count) {
        return lines.subList(0, count).stream()
                .map(line -> String.join(",", line.getFields()))
                .toList();
    }

    /** Whether a line is a bar: a date and prices. */
    static boolean isData(List<String> cells) {
        return cells.stream().anyMatch(cell -> WrittenDate.of(cell.strip()) != null)
                && cells.stream()
                                .filter(cell -> NumberStyle.isNumber(cell.strip()))
                                .count()
                        >= PRICES;
    }

    /** Whether a cell holds what no name is. */
    static boolean isDatum(String cell) {
        return WrittenDate.of(cell.strip()) != null || NumberStyle.isNumber(cell.strip());
    }
}
