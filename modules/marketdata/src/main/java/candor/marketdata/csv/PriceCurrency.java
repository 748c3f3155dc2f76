// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import candor.marketdata.text.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a file says of the currency of its prices: in names of columns, in a column, in numbers, in lines around the bars. */
final class PriceCurrency {

    private static final int SHOWN = 60;

    /** Where each currency is named first. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private String last = "";

    /** Takes note of the names of columns that hold prices. */
    PriceCurrency(CsvHeader header) {
        for (int i = 0; i < header.width(); i++) {
            CsvColumn column = header.columns().get(i);
            if (column != null && column.isPrice()) {
                note(
                        WrittenCurrency.ofName(header.names().get(i)),
                        "column " + Quoted.of(header.names().get(i)));
            }
        }
    }

    /** Takes note of a row's cell of the column Currency; what is no known currency counts as it stands. */
    void note(CsvRow row, int cell) {
        if (!row.isEmpty(cell) && !row.holds(cell, last)) {
            last = row.text(cell);
            String code = Currencies.named(last);
            note(code == null && !last.isEmpty() ? last : code, "line " + row.line());
        }
    }

    void note(List<String> lines) {
        lines.forEach(line -> note(WrittenCurrency.ofLine(line), Quoted.of(line, SHOWN)));
    }

    /** @param code null where nothing is said */
    void note(@Nullable String code, String place) {
        if (code != null) {
            places.putIfAbsent(code, place);
        }
    }

    /** As {@link Currencies} names it; null where the file does not say. */
    @Nullable
    String code() {
        return places.isEmpty() ? null : places.keySet().iterator().next();
    }

    /** Notes a problem where the file names several. */
    void noteDifference(CsvProblems problems) {
        if (places.size() > 1) {
            problems.add(
                    "",
                    "prices in several currencies: "
                            + places.entrySet().stream()
                                    .map(said -> said.getKey() + " by " + said.getValue())
                                    .collect(Collectors.joining(", ")),
                    "give the file one currency, and take out what does not hold");
        }
    }
}
