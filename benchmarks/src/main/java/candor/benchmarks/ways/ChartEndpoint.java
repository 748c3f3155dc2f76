// SPDX-License-Identifier: GPL-3.0-or-later
package candor.benchmarks.ways;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.port.RawBar;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A chart endpoint on loopback that answers with given rows as Yahoo writes them: its faults are those of the rows. */
final class ChartEndpoint implements AutoCloseable {

    private static final LocalTime OPEN = LocalTime.of(9, 30);

    private final HttpServer server;
    private final String symbol;
    private final FileSeries series;

    private ChartEndpoint(HttpServer server, String symbol, FileSeries series) {
        this.server = server;
        this.symbol = symbol;
        this.series = series;
    }

    /** Answers from now on. */
    static ChartEndpoint open(String symbol, FileSeries series) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ChartEndpoint endpoint = new ChartEndpoint(server, symbol, series);
        server.createContext("/", endpoint::answer);
        server.start();
        return endpoint;
    }

    String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long from = second(exchange.getRequestURI(), "period1");
            long to = second(exchange.getRequestURI(), "period2");
            byte[] body = chart(series.rows().stream()
                            .filter(row -> second(row.session()) >= from && second(row.session()) < to)
                            .toList())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static long second(URI asked, String name) {
        return Arrays.stream(String.valueOf(asked.getQuery()).split("&", -1))
                .filter(part -> part.startsWith(name + "="))
                .mapToLong(part -> Long.parseLong(part.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String chart(List<RawBar> asked) {
        return """
                {"chart":{"result":[{"meta":{"currency":"%s","symbol":"%s","exchangeName":"NMS","instrumentType":"EQUITY",
                "firstTradeDate":%d,"exchangeTimezoneName":"America/New_York","dataGranularity":"1d"},
                "timestamp":[%s],"events":{"dividends":{%s},"splits":{%s},"capitalGains":{%s}},
                "indicators":{"quote":[{"open":%s,"high":%s,"low":%s,"close":%s,"volume":%s}]%s}}],"error":null}}
                """.formatted(
                        series.currency(),
                        symbol,
                        second(series.rows().getFirst().session()),
                        asked.stream().map(row -> "" + second(row.session())).collect(Collectors.joining(",")),
                        amounts(asked, RawBar::dividend),
                        events(
                                asked,
                                row -> row.split() > 0 && row.split() != 1,
                                row -> "\"numerator\":" + row.split() + ",\"denominator\":1"),
                        amounts(asked, RawBar::capitalGain),
                        numbers(asked, RawBar::open),
                        numbers(asked, RawBar::high),
                        numbers(asked, RawBar::low),
                        numbers(asked, RawBar::close),
                        numbers(asked, RawBar::volume),
                        asked.stream().allMatch(row -> Double.isNaN(row.adjustedClose()))
                                ? ""
                                : ",\"adjclose\":[{\"adjclose\":" + numbers(asked, RawBar::adjustedClose) + "}]");
    }

    private static long second(LocalDate session) {
        return session.atTime(OPEN).atZone(NyseCalendar.ZONE).toEpochSecond();
    }

    private static String numbers(List<RawBar> rows, ToDoubleFunction<RawBar> column) {
        return rows.stream()
                .mapToDouble(column)
                .mapToObj(value -> Double.isNaN(value) ? "null" : Double.toString(value))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String amounts(List<RawBar> rows, ToDoubleFunction<RawBar> column) {
        return events(rows, row -> column.applyAsDouble(row) != 0, row -> "\"amount\":" + column.applyAsDouble(row));
    }

    private static String events(List<RawBar> rows, Predicate<RawBar> has, Function<RawBar, String> fields) {
        return rows.stream()
                .filter(has)
                .map(row -> "\"" + second(row.session()) + "\":{\"date\":" + second(row.session()) + ","
                        + fields.apply(row) + "}")
                .collect(Collectors.joining(","));
    }
}
