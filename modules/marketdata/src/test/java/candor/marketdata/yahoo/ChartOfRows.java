// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.yahoo;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The rows of a file as the chart endpoint would answer with them, faults and all. */
final class ChartOfRows {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private ChartOfRows() {}

    /** @param rows ascending, prices and adjusted closes as Yahoo states them */
    static String of(List<RawBar> rows) {
        return """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"STX","exchangeName":"NMS","instrumentType":"EQUITY",
                "firstTradeDate":%d,"exchangeTimezoneName":"America/New_York","dataGranularity":"1d"},
                "timestamp":[%s],"events":{"dividends":{%s},"splits":{%s},"capitalGains":{%s}},
                "indicators":{"quote":[{"open":%s,"high":%s,"low":%s,"close":%s,"volume":%s}]%s}}],"error":null}}
                """.formatted(
                        second(rows.getFirst().session()),
                        rows.stream().map(row -> "" + second(row.session())).collect(Collectors.joining(",")),
                        amounts(rows, RawBar::dividend),
                        splits(rows),
                        amounts(rows, RawBar::capitalGain),
                        numbers(rows, RawBar::open),
                        numbers(rows, RawBar::high),
                        numbers(rows, RawBar::low),
                        numbers(rows, RawBar::close),
                        numbers(rows, RawBar::volume),
                        adjusted(rows));
    }

    private static String adjusted(List<RawBar> rows) {
        return rows.stream().allMatch(row -> Double.isNaN(row.adjustedClose()))
                ? ""
                : ",\"adjclose\":[{\"adjclose\":" + numbers(rows, RawBar::adjustedClose) + "}]";
    }

    private static long second(LocalDate session) {
        return session.atTime(9, 30).atZone(ZONE).toEpochSecond();
    }

    private static String numbers(List<RawBar> rows, ToDoubleFunction<RawBar> column) {
        return rows.stream()
                .mapToDouble(column)
                .mapToObj(value -> Double.isNaN(value) ? "null" : Double.toString(value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String amounts(List<RawBar> rows, ToDoubleFunction<RawBar> column) {
        return rows.stream()
                .filter(row -> column.applyAsDouble(row) != 0)
                .map(row -> "\"" + second(row.session()) + "\":{\"amount\":" + column.applyAsDouble(row) + ",\"date\":"
                        + second(row.session()) + "}")
                .collect(Collectors.joining(","));
    }

    private static String splits(List<RawBar> rows) {
        return rows.stream()
                .filter(row -> row.split() > 0 && row.split() != 1)
                .map(row -> "\"" + second(row.session()) + "\":{\"date\":" + second(row.session()) + ",\"numerator\":"
                        + row.split() + ",\"denominator\":1,\"splitRatio\":\"\"}")
                .collect(Collectors.joining(","));
    }
}
