// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import candor.store.csv.CsvLine;
import candor.store.port.BarFileReader;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bars under one heading, as these tests write them; what the real reader does is tested with it. */
final class PlainBarFiles implements BarFileReader {

    static final String HEADING = "symbol,date,open,high,low,close,adjClose,volume";

    @Override
    public String text(byte[] file) {
        return new String(file, UTF_8);
    }

    @Override
    public Optional<List<SymbolBars>> bars(String text) {
        if (!text.startsWith(HEADING)) {
            return Optional.empty();
        }
        Map<String, List<RawBar>> bySymbol = new LinkedHashMap<>();
        Map<String, SymbolBars> unreadable = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = CsvLine.read(lines.get(i), ',').cells();
            String symbol = cells.getFirst();
            bySymbol.computeIfAbsent(symbol, _ -> new ArrayList<>());
            try {
                bySymbol.get(symbol).add(bar(i + 1, cells));
            } catch (DateTimeException | NumberFormatException e) {
                unreadable.put(symbol, new SymbolBars.Unreadable(symbol, i + 1, "line " + (i + 1) + ": no bar"));
            }
        }
        return Optional.of(bySymbol.entrySet().stream()
                .map(entry -> unreadable.getOrDefault(entry.getKey(), read(entry.getKey(), entry.getValue())))
                .toList());
    }

    private static SymbolBars read(String symbol, List<RawBar> bars) {
        return new SymbolBars.Read(
                symbol,
                bars.isEmpty() ? 1 : bars.getFirst().line(),
                new Retrieval.OneFile(Retrieval.Place.CSV, bars, true, new TreeMap<>()));
    }

    private static RawBar bar(int line, List<String> cells) {
        double[] numbers =
                cells.subList(2, 8).stream().mapToDouble(Double::parseDouble).toArray();
        return new RawBar(
                line,
                LocalDate.parse(cells.get(1)),
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                0,
                0,
                0);
    }
}
