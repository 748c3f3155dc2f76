package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.store.port.RawBar;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * A chart endpoint on loopback that says of a stock what Yahoo would: in today's shares and single precision, the running
 * session with a live row, adjusted closes by the dividends known so far.
 */
final class ChartServer implements AutoCloseable {

    private static final NyseCalendar CALENDAR = new NyseCalendar();

    private final MockWebServer server = new MockWebServer();
    private List<RawBar> truth;
    private Function<RawBar, @Nullable RawBar> said = bar -> bar;
    private Instant now = Instant.EPOCH;
    private @Nullable MockResponse instead;
    private int questions;

    /** @param truth bars as traded */
    ChartServer(List<RawBar> truth) throws IOException {
        this.truth = List.copyOf(truth);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        return server.url("/").toString();
    }

    /** From now on bars are said to be so; null for a session that is not said at all. */
    void say(Instant time, Function<RawBar, @Nullable RawBar> change) {
        now = time;
        said = change;
        instead = null;
    }

    /** From now on every question is answered by this. */
    void refuse(MockResponse response) {
        instead = response;
    }

    int questions() {
        return questions;
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        questions++;
        if (instead != null) {
            return instead;
        }
        long from = Long.parseLong(String.valueOf(request.getUrl().queryParameter("period1")));
        long to = Long.parseLong(String.valueOf(request.getUrl().queryParameter("period2")));
        List<RawBar> rows = new ArrayList<>();
        for (RawBar bar : truth) {
            long opens = open(bar.session());
            RawBar known = opens > now.getEpochSecond() ? null : said.apply(bar);
            if (known != null && opens >= from && opens < to) {
                rows.add(known);
            }
        }
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json;charset=utf-8")
                .body(chart(rows, truth.isEmpty() ? 0 : open(truth.getFirst().session())))
                .build();
    }

    private static long open(LocalDate session) {
        return CALENDAR.open(session).orElseThrow().getEpochSecond();
    }

    private static String chart(List<RawBar> rows, long firstTrade) {
        Map<String, List<String>> columns = new TreeMap<>();
        List<String> dividends = new ArrayList<>();
        List<String> splits = new ArrayList<>();
        double ratio = 1;
        double factor = 1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            RawBar row = rows.get(i);
            long time = open(row.session());
            add(columns, "timestamp", Long.toString(time));
            add(columns, "open", single(row.open() / ratio));
            add(columns, "high", single(row.high() / ratio));
            add(columns, "low", single(row.low() / ratio));
            add(columns, "close", single(row.close() / ratio));
            add(columns, "adjclose", single(row.close() / ratio * factor));
            add(columns, "volume", Double.isNaN(row.volume()) ? "null" : Long.toString((long) (row.volume() * ratio)));
            if (row.dividend() > 0) {
                dividends.add("\"" + time + "\":{\"amount\":" + row.dividend() / ratio + ",\"date\":" + time + "}");
                factor *= 1 - row.dividend() / rows.get(i - 1).close();
            }
            if (row.split() > 0) {
                splits.add("\"" + time + "\":{\"date\":" + time + ",\"numerator\":" + row.split()
                        + ",\"denominator\":1,\"splitRatio\":\"\"}");
                ratio *= row.split();
            }
        }
        return """
                {"chart":{"result":[{"meta":{"currency":"USD","symbol":"STX","exchangeName":"NMS","instrumentType":"EQUITY",
                "firstTradeDate":%d,"exchangeTimezoneName":"America/New_York","longName":"Seagate Technology",
                "dataGranularity":"1d"},"timestamp":[%s],"events":{"dividends":{%s},"splits":{%s}},
                "indicators":{"quote":[{"open":[%s],"high":[%s],"low":[%s],"close":[%s],"volume":[%s]}],
                "adjclose":[{"adjclose":[%s]}]}}],"error":null}}
                """.formatted(
                        firstTrade,
                        list(columns, "timestamp"),
                        String.join(",", dividends),
                        String.join(",", splits),
                        list(columns, "open"),
                        list(columns, "high"),
                        list(columns, "low"),
                        list(columns, "close"),
                        list(columns, "volume"),
                        list(columns, "adjclose"));
    }

    private static void add(Map<String, List<String>> columns, String name, String value) {
        columns.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    private static String list(Map<String, List<String>> columns, String name) {
        return String.join(",", columns.getOrDefault(name, List.of()).reversed());
    }

    /** The number of single precision that Yahoo widens to double. */
    private static String single(double value) {
        return Double.isNaN(value) ? "null" : Double.toString((float) value);
    }

    @Override
    public void close() {
        server.close();
    }
}
