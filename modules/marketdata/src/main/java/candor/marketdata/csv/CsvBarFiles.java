// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import candor.forecasting.text.Figures;
import candor.marketdata.text.Quoted;
import candor.store.csv.CsvLine;
import candor.store.failure.InputRefused;
import candor.store.port.BarFileReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bars of several symbols in one file, each symbol's rows read by {@link CsvBars} as a file of its own with that heading.
 * A line of bars holds no line break, so that lines are split before quotation marks are read.
 */
public final class CsvBarFiles implements BarFileReader {

    /** So many symbols of a file are read; each looks through the lines once more. */
    static final int MOST_SYMBOLS = 1000;

    /** The file in messages; its own name is not known here. */
    private static final String NAME = "the input";

    /** How far down the names of the columns are looked for. */
    private static final int HEADING_LINES = 40;

    @Override
    public String text(byte[] file) {
        return CsvText.decode(file, CsvBars.MAX_BYTES, new CsvProblems(NAME)).text();
    }

    @Override
    public Optional<List<SymbolBars>> bars(String text) {
        List<String> lines = text.lines().toList();
        return Heading.find(lines, Separator.of(text, CsvChoices.NONE).sign()).map(heading -> bars(lines, heading));
    }

    private static List<SymbolBars> bars(List<String> lines, Heading heading) {
        heading.requireColumns();
        Map<String, Rows> bySymbol = new LinkedHashMap<>();
        for (int i = heading.lines(); i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                CsvLine line = CsvLine.read(lines.get(i), heading.separator());
                bySymbol.computeIfAbsent(heading.symbol(line), _ -> new Rows()).add(i + 1, line, heading);
            }
        }
        requireFew(bySymbol);
        return bySymbol.entrySet().stream()
                .map(entry -> entry.getValue().read(entry.getKey(), lines, heading))
                .toList();
    }

    /** A line with more or fewer cells than the header may begin with anything: it is counted for no symbol. */
    private static void requireFew(Map<String, Rows> bySymbol) {
        long symbols = bySymbol.values().stream().filter(rows -> rows.whole > 0).count();
        if (bySymbol.isEmpty()) {
            throw new InputRefused(NAME + " has a header and no rows; write one for each prediction, or bars");
        }
        if (symbols > MOST_SYMBOLS) {
            throw new InputRefused(NAME + " has bars of " + symbols + " symbols, at most " + MOST_SYMBOLS
                    + " are read; split it into several files");
        }
    }

    /** The lines of one symbol. */
    private static final class Rows {

        private final List<Integer> numbers = new ArrayList<>();
        private int malformed;
        private int whole;
        private int cellsOfFirst;

        void add(int number, CsvLine line, Heading heading) {
            int cells = line.cells().size();
            cellsOfFirst = numbers.isEmpty() ? cells : cellsOfFirst;
            whole += cells == heading.names().size() ? 1 : 0;
            numbers.add(number);
            malformed = malformed == 0 && !line.wellFormed() ? number : malformed;
        }

        SymbolBars read(String symbol, List<String> lines, Heading heading) {
            if (malformed > 0) {
                return new SymbolBars.Unreadable(symbol, malformed, "line " + malformed + ": " + CsvLine.PROBLEM);
            }
            if (whole == 0) {
                int first = numbers.getFirst();
                return new SymbolBars.Unreadable(
                        symbol,
                        first,
                        "line " + first + ": " + Figures.count(cellsOfFirst, "cell") + " where the header has "
                                + heading.names().size() + "; look for a missing or an extra separator");
            }
            try {
                byte[] file = alone(lines, heading).getBytes(StandardCharsets.UTF_8);
                return new SymbolBars.Read(symbol, numbers.getFirst(), CsvBars.parse(NAME, file));
            } catch (InputRefused e) {
                String why = String.valueOf(e.getMessage()).replaceFirst("^" + NAME + ": ", "");
                return new SymbolBars.Unreadable(symbol, numbers.getFirst(), why);
            }
        }

        /** The heading and this symbol's lines, each where it stands in the whole file, others blank. */
        private String alone(List<String> lines, Heading heading) {
            StringBuilder text = new StringBuilder();
            lines.subList(0, heading.lines()).forEach(line -> text.append(line).append('\n'));
            int written = heading.lines();
            for (int number : numbers) {
                text.repeat('\n', number - 1 - written)
                        .append(lines.get(number - 1))
                        .append('\n');
                written = number;
            }
            return text.toString();
        }
    }

    /**
     * The names of the columns and what stands above them.
     *
     * @param lines how many
     * @param names of the columns
     * @param symbolCell counted from 0
     */
    private record Heading(int lines, List<String> names, int symbolCell, char separator) {

        static Optional<Heading> find(List<String> lines, char separator) {
            for (int i = 0; i < Math.min(HEADING_LINES, lines.size()); i++) {
                List<String> names = CsvLine.read(lines.get(i), separator).cells();
                List<CsvColumn> columns = columns(names).toList();
                if (columns.contains(CsvColumn.SYMBOL) && columns.contains(CsvColumn.CLOSE)) {
                    return Optional.of(new Heading(i + 1, names, symbolCell(names), separator));
                }
            }
            return Optional.empty();
        }

        private static Stream<CsvColumn> columns(List<String> names) {
            return names.stream().map(CsvColumn::find).filter(column -> column != null);
        }

        private static int symbolCell(List<String> names) {
            return names.stream().map(CsvColumn::find).toList().indexOf(CsvColumn.SYMBOL);
        }

        String symbol(CsvLine line) {
            return symbolCell < line.cells().size() ? line.cells().get(symbolCell) : "";
        }

        void requireColumns() {
            List<CsvColumn> columns = columns(names).toList();
            String missing = Stream.of(CsvColumn.values())
                    .filter(column -> column.required() && !columns.contains(column))
                    .map(CsvColumn::title)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw new InputRefused(NAME + " has no column " + missing + " in its header "
                        + Quoted.of(String.join(",", names), 120)
                        + "; give symbol, date, open, high, low, close, volume and, if you have it, adjClose");
            }
        }
    }
}
