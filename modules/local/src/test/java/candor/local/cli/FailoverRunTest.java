package candor.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.text.Figures;
import candor.marketdata.csv.CsvBars;
import candor.store.csv.Csv;
import candor.store.port.RawBar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yahoo is down for an evening and Tiingo stands in: both real clients, the real state machine, servers on loopback. */
final class FailoverRunTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final int SESSIONS = 1300;

    @TempDir
    private Path folder;

    private final List<RawBar> truth = CsvBars.parse(
                    "sample.csv",
                    (String.join("\n", SampleBars.lines(SESSIONS)) + "\n").getBytes(StandardCharsets.UTF_8))
            .bars();

    @Test
    void tiingoGivesTheBarAndLeavesNoTraceOnceYahooIsBack() throws IOException {
        try (ChartServer yahoo = new ChartServer(truth);
                MockWebServer tiingo = tiingo()) {
            Terminal terminal = terminal("home", yahoo)
                    .with("CANDOR_TIINGO_URL", tiingo.url("/").toString())
                    .with("CANDOR_TIINGO_TOKEN", TOKEN);
            yahoo.say(evening(3), bar -> bar);
            assertThat(terminal.at(evening(3)).type("run", "STX").status()).isZero();
            assertThat(tiingo.getRequestCount())
                    .as("nobody asks a stand-in without need")
                    .isZero();

            yahoo.refuse(new MockResponse.Builder()
                    .code(429)
                    .body("Too Many Requests")
                    .build());
            Terminal.Answer failover = terminal.at(evening(2)).type("run", "STX", "--out", "failover");
            assertThat(failover.status()).as(failover.err()).isZero();
            assertThat(failover.out()).contains("STX as of " + session(2));
            assertThat(failover.err())
                    .contains("yahoo asks to come back later")
                    .contains("from STX at tiingo+yahoo")
                    .doesNotContain(TOKEN);
            assertThat(Files.readAllLines(folder.resolve("home/store/" + origins(folder.resolve("home"), 2))).stream()
                            .map(line -> line.substring(0, line.lastIndexOf(','))))
                    .endsWith(session(3) + ",yahoo,1", session(2) + ",tiingo,1");

            yahoo.say(evening(1), bar -> bar);
            Terminal.Answer back = terminal.at(evening(1)).type("run", "STX", "--out", "back");
            assertThat(back.status()).as(back.err()).isZero();
            Terminal.Answer never = terminal("other", yahoo).at(evening(1)).type("run", "STX", "--out", "never");
            assertThat(never.status()).as(never.err()).isZero();
            assertThat(folder.resolve("back/clean.csv")).hasSameBinaryContentAs(folder.resolve("never/clean.csv"));

            Terminal.Answer check = terminal.type("data", "STX", "--cross-check", "yahoo,tiingo");
            assertThat(check.status()).as(check.err()).isZero();
            assertThat(check.out())
                    .contains("yahoo beside tiingo: " + Figures.count(SESSIONS) + " sessions")
                    .contains("no difference");
        }
    }

    private Terminal terminal(String home, ChartServer yahoo) {
        return new Terminal(folder.resolve(home), folder).with("CANDOR_YAHOO_URL", yahoo.url());
    }

    /** The key of the origins of the bars up to the nth of the last sessions. */
    private String origins(Path home, int last) throws IOException {
        try (var files = Files.walk(home.resolve("store/work/ingest"))) {
            return files.filter(file -> file.endsWith("origins.csv"))
                    .filter(file -> lines(file).getLast().startsWith(session(last)))
                    .map(file -> home.resolve("store").relativize(file).toString())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String session(int last) {
        return truth.get(SESSIONS - last).session().toString();
    }

    /** The evening of the nth of the last sessions, the last being the first. */
    private Instant evening(int last) {
        return new NyseCalendar()
                .close(truth.get(SESSIONS - last).session())
                .orElseThrow()
                .plusSeconds(3 * 3600);
    }

    private MockWebServer tiingo() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (!("Token " + TOKEN).equals(request.getHeaders().get("Authorization"))) {
                    return new MockResponse.Builder().code(401).build();
                }
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json")
                        .body(prices(
                                String.valueOf(request.getUrl().queryParameter("startDate")),
                                String.valueOf(request.getUrl().queryParameter("endDate"))))
                        .build();
            }
        });
        server.start();
        return server;
    }

    private String prices(String from, String to) {
        return "["
                + String.join(
                        ",",
                        truth.stream()
                                .filter(bar -> bar.session().toString().compareTo(from) >= 0
                                        && bar.session().toString().compareTo(to) <= 0)
                                .map(FailoverRunTest::price)
                                .toList())
                + "]";
    }

    private static String price(RawBar bar) {
        return "{\"date\":\"" + bar.session() + "T00:00:00.000Z\",\"open\":" + Csv.cell(bar.open()) + ",\"high\":"
                + Csv.cell(bar.high()) + ",\"low\":" + Csv.cell(bar.low()) + ",\"close\":" + Csv.cell(bar.close())
                + ",\"volume\":" + Csv.cell(bar.volume()) + ",\"adjClose\":" + Csv.cell(bar.close())
                + ",\"divCash\":0.0,\"splitFactor\":1.0}";
    }
}
