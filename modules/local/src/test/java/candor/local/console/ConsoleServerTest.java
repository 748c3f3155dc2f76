package candor.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.calendar.NyseCalendar;
import candor.serving.api.SampleForecasts;
import candor.store.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConsoleServerTest extends ConsoleTest {

    @Test
    void apiIsServedWithItsTag() throws Exception {
        SampleForecasts.publish(store, SampleForecasts.of("^GSPC", FRIDAY, false, "An index."));

        HttpResponse<String> first = visitor.get("/v1/forecasts/%5EGSPC");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = visitor.get("/v1/forecasts/%5EGSPC", "If-None-Match", tag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).path("forecast").path("symbol").stringValue()).isEqualTo("^GSPC");
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=60");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void healthOfAnEmptyStore() throws Exception {
        assertThat(json(visitor.get("/v1/health")).path("status").stringValue()).isEqualTo("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nowhere, 404, no '/v1/nowhere' here",
        "/v1/forecasts/A%2FB, 400, bad symbol: 'A/B'",
        "/v1/forecasts/ABC, 404, no forecast for ABC",
        "/v1/health?a%20b=1, 400, unknown parameter 'a b'",
        "/v1/health?x=1&x=2, 400, the parameter 'x' is there twice; send it once",
        "/v1/forecasts/%FF, 400, is not percent-encoded UTF-8"
    })
    void faultsOfApiRequestsAreProblemDetails(String target, int status, String detail) throws Exception {
        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).path("status").intValue()).isEqualTo(status);
        assertThat(json(response).path("detail").stringValue()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, 404", "/runs/none, 404", "/?x=1&x=2, 400", "/%C3%28, 400", "/favicon.ico, 404"})
    void faultsOfOtherRequestsAreFriendlyPages(String target, int status) throws Exception {
        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Visitor.texts(Visitor.parse(response.body()), "main").getFirst())
                .contains("To the forecasts");
    }

    @Test
    void bodiesArePassedOn() throws Exception {
        HttpResponse<String> response = visitor.post("/v1/predictions", "{\"symbol\":\"STX\",\"bars\":[7]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).path("field").stringValue()).isEqualTo("/bars/0");
    }

    @Test
    void endlessBodiesAreNotRead() throws Exception {
        HttpResponse<String> response = visitor.post("/v1/predictions", " ".repeat(6_000_001));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void tooLongTargetIsRefused() throws Exception {
        String long2001 = "/v1/" + "x".repeat(1_997);

        assertThat(visitor.get(long2001.substring(0, 2_000)).statusCode()).isEqualTo(404);
        HttpResponse<String> response = visitor.get(long2001);
        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(json(response).path("detail").stringValue()).contains("2001 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void onlyGetAndHeadAreAnswered(String method) throws Exception {
        for (String target : List.of("/", "/v1/health")) {
            HttpResponse<String> response = visitor.ask(method, target);

            assertThat(response.statusCode()).as(target).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("GET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console.css", "/nowhere", "/v1/health", "/v1/forecasts/ABC"})
    void headIsAnsweredAsGetWithoutItsBody(String target) throws Exception {
        HttpResponse<String> whole = visitor.get(target);
        HttpResponse<String> head = visitor.ask("HEAD", target);

        assertThat(head.statusCode()).isEqualTo(whole.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "Content-Security-Policy")) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isPresent()
                    .isEqualTo(whole.headers().firstValue(header));
        }
    }

    /** {@code /runs/%00} was a fault of ours, whose line took the visitor's escape sequences to the terminal. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/runs/%00", "/runs/%1B%5B2J", "/v1/forecasts/%00", "/v1/health?x=%07", "/runs/%C2%9B31m", "/%7F"
            })
    void controlCharactersAreRejected(String target) throws Exception {
        HttpResponse<String> response = visitor.get(target);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("control character %");
        assertThat(response.body().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/console.css", "/nowhere", "/v1/health", "/v1/nowhere"})
    void everyResponseBearsTheSecurityHeaders(String target) throws Exception {
        HttpResponse<String> response = visitor.get(target);

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "img-src 'self' data:", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void styleSheetIsServed() throws Exception {
        HttpResponse<String> response = visitor.get("/console.css");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(response.body()).contains("prefers-color-scheme: dark").doesNotContain("url(");
    }

    @Test
    void targetThatIsNotAsciiIsRefused() throws Exception {
        assertThat(visitor.raw("GET /runs/\u00e9 HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void faultOfOursIsReportedAndShowsNothingInside() throws Exception {
        RunsView broken = new RunsView() {
            @Override
            public List<RunLine> latest(int limit) {
                throw new IllegalStateException("the secret of the house\u001b[2J\nand a line");
            }

            @Override
            public Optional<RunDetail> find(String execution) {
                return Optional.empty();
            }
        };
        try (ConsoleServer faulty = ConsoleServer.open(ConsoleSettings.onLoopback(0), console(broken), faults::add);
                Visitor guest = new Visitor(faulty.address())) {
            HttpResponse<String> response = guest.get("/runs");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("secret");
            assertThat(faults)
                    .singleElement()
                    .asString()
                    .contains("/runs")
                    .contains("the secret of the house\\u001b[2J\\u000aand a line");
            assertThat(guest.get("/v1/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void portInUseIsSaidWithTheRemedy() {
        int taken = server.address().getPort();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleServer.open(ConsoleSettings.onLoopback(taken), console(runs), faults::add))
                .withMessageContaining("cannot listen on 127.0.0.1 port " + taken)
                .withMessageContaining("choose another port");
    }

    @Test
    void unknownHostIsSaidWithTheRemedy() {
        ConsoleSettings settings = new ConsoleSettings("no host", 0, Set.of(), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleServer.open(settings, console(runs), faults::add))
                .withMessageContaining("no such host: 'no host'")
                .withMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, -1", "127.0.0.1, 65536", "' ', 80"})
    void settingsThatCannotBeAreRefused(String host, int port) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsoleSettings(host, port, Set.of(), null));
    }

    private Console console(RunsView view) {
        return new Console(
                store, view, new NyseCalendar(), Clock.fixed(SampleRuns.START, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.readTree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
