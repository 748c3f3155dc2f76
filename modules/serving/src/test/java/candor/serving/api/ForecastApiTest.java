package candor.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ReportLinks;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Product;
import candor.store.failure.StoreUnavailable;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.port.PutOutcome;
import candor.store.port.StoredObject;
import candor.store.run.Latest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ForecastApiTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-04-24");
    private static final ForecastDocument STX = SampleForecasts.of("STX", FRIDAY, false, "No evidence of skill.");

    private static final Instant ENDED = Instant.parse("2026-04-24T22:31:00Z");

    private final MemoryStore store = new MemoryStore();

    @Test
    void forecastIsServedAsStoredWithItsAge() {
        SampleForecasts.publish(store, STX);

        ApiResponse response = get("/v1/forecasts/STX");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "max-age=60");
        JsonNode body = json(response);
        assertThat(Json.convert(body.path("forecast"), ForecastDocument.class)).isEqualTo(STX);
        assertThat(body.path("sessionsBehind").intValue()).isZero();
        assertThat(body.path("stale").booleanValue()).isFalse();
    }

    // Friday's close is 20:00Z; the next sessions are Monday and Tuesday.
    @ParameterizedTest
    @CsvSource({
        "2026-04-24T20:00:00Z, 0, false",
        "2026-04-27T19:59:59Z, 0, false",
        "2026-04-27T20:00:00Z, 1, false",
        "2026-04-28T19:59:59Z, 1, false",
        "2026-04-28T20:00:00Z, 2, true"
    })
    void ageIsCountedInFinishedSessions(String now, int behind, boolean stale) {
        SampleForecasts.publish(store, STX);

        JsonNode body = json(api(store, now).answer(request("GET", "/v1/forecasts/STX", Map.of(), null)));

        assertThat(body.path("sessionsBehind").intValue()).isEqualTo(behind);
        assertThat(body.path("stale").booleanValue()).isEqualTo(stale);
    }

    @Test
    void syntheticStockIsNeverStale() {
        SampleForecasts.publish(store, SampleForecasts.of("DEMO", LocalDate.parse("2020-01-02"), true, "Made up."));

        assertThat(json(get("/v1/forecasts/DEMO")).path("stale").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void knownTagIsNotSentAgain(String header) {
        SampleForecasts.publish(store, STX);
        String tag = tag("2026-04-24T21:00:00Z");

        ApiResponse again = api(store, "2026-04-24T21:00:00Z")
                .answer(request("GET", "/v1/forecasts/STX", Map.of(), header.replace("%s", tag)));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("ETag", tag);
    }

    @Test
    void tagChangesWithAgeAsTheAnswerDoes() {
        SampleForecasts.publish(store, STX);

        assertThat(tag("2026-04-27T21:00:00Z")).isNotEqualTo(tag("2026-04-24T21:00:00Z"));
    }

    @Test
    void symbolWithoutForecastIsNotFound() {
        ApiResponse response = get("/v1/forecasts/STX");

        assertProblem(response, 404, "no forecast for STX; run the pipeline for it first");
        assertThat(json(response).path("field").stringValue()).isEqualTo("symbol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stx", "A/B", "../../etc/passwd", "<script>", "ABCDEFGHIJKLMNOP"})
    void whatIsNoSymbolIsABadRequest(String text) {
        assertProblem(get("/v1/forecasts/" + text), 400, "bad symbol: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/forecast/STX", "/v1/forecasts", "/v1/health/", "/", ""})
    void unknownPathIsNotFound(String path) {
        assertProblem(get(path), 404, "no '" + path + "' here");
    }

    @Test
    void otherMethodsAreRefused() {
        ApiResponse response = answer(request("DELETE", "/v1/health", Map.of(), null));

        assertProblem(response, 405, "use GET, not DELETE");
        assertThat(response.headers()).containsEntry("Allow", "GET");
    }

    @Test
    void unknownParameterIsNamed() {
        ApiResponse response = answer(request("GET", "/v1/health", Map.of("verbose", "1"), null));

        assertProblem(response, 400, "unknown parameter 'verbose'");
        assertThat(json(response).path("field").stringValue()).isEqualTo("verbose");
    }

    @Test
    void healthOfAnEmptyStore() {
        assertThat(json(get("/v1/health")).path("status").stringValue()).isEqualTo("empty");
    }

    @Test
    void healthListsEverySymbolWithItsAge() {
        SampleForecasts.publish(store, STX);
        SampleForecasts.publish(store, SampleForecasts.of("ABC", LocalDate.parse("2026-04-01"), false, "Old."));
        store.damage("latest/not-a-symbol", new byte[0]);

        JsonNode health = json(get("/v1/health"));

        assertThat(health.path("symbols").size()).isEqualTo(2);
        JsonNode old = health.path("symbols").path(0);
        assertThat(old.path("symbol").stringValue()).isEqualTo("ABC");
        // Good Friday, 3 April, is no session: 2, 6-10, 13-17, 20-24 April are.
        assertThat(old.path("sessionsBehind").intValue()).isEqualTo(16);
        assertThat(old.path("stale").booleanValue()).isTrue();
    }

    @Test
    void damagedForecastIsSaidAndHidesNoOther() {
        SampleForecasts.publish(store, STX);
        CheckpointRef damaged = SampleForecasts.publish(store, SampleForecasts.of("ABC", FRIDAY, false, "Damaged."));
        store.damage(damaged.key(), "{}".getBytes(StandardCharsets.UTF_8));

        assertProblem(get("/v1/forecasts/ABC"), 500, "is damaged");
        assertThat(get("/v1/forecasts/STX").status()).isEqualTo(200);
        JsonNode health = json(get("/v1/health"));
        assertThat(health.path("status").stringValue()).isEqualTo("unreadable");
        assertThat(health.path("symbols").path(0).path("problem").stringValue()).contains("is damaged");
        assertThat(health.path("symbols").path(1).path("stale").booleanValue()).isFalse();
    }

    @Test
    void checkpointWithoutForecastIsCorrupt() {
        CheckpointRef ref =
                SampleForecasts.checkpoint(store, "forecast", STX, List.of(Product.of("other.json", new byte[0])));
        new Latest(store).advance(STX.symbol(), FRIDAY, ref);

        assertProblem(get("/v1/forecasts/STX"), 500, "lists no forecast.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"schema\":\"candor/forecast/1\",\"symbol\":\"STX\"}",
                "{\"symbol\":\"?\"}"
            })
    void forecastOfAnotherFormIsCorrupt(String text) {
        CheckpointRef ref = SampleForecasts.checkpoint(
                store, "forecast", STX, List.of(Product.of("forecast.json", text.getBytes(StandardCharsets.UTF_8))));
        new Latest(store).advance(STX.symbol(), FRIDAY, ref);

        assertProblem(get("/v1/forecasts/STX"), 500, "cannot be read as a forecast");
    }

    @Test
    void forecastOfADayIsThatOfItsLastRun() {
        new SampleReports(store).record(STX, SampleForecasts.publish(store, STX), "friday", ENDED, "Friday.");
        ForecastDocument thursday = SampleForecasts.of("STX", FRIDAY.minusDays(1), false, "Thursday.");
        new SampleReports(store)
                .record(thursday, SampleForecasts.publish(store, thursday), "thursday", ENDED, "Thursday.");

        JsonNode past = json(answer(request("GET", "/v1/forecasts/STX", Map.of("asOf", "2026-04-23"), null)));
        JsonNode present = json(answer(request("GET", "/v1/forecasts/STX", Map.of("asOf", "2026-04-24"), null)));

        assertThat(past.path("forecast").path("statement").stringValue()).isEqualTo("Thursday.");
        assertThat(past.path("sessionsBehind").intValue()).isEqualTo(1);
        assertThat(present.path("forecast").path("statement").stringValue()).isEqualTo("No evidence of skill.");
        assertProblem(
                answer(request("GET", "/v1/forecasts/STX", Map.of("asOf", "2026-04-22"), null)),
                404,
                "no forecast for STX as of 2026-04-22");
        assertProblem(
                answer(request("GET", "/v1/forecasts/STX", Map.of("asOf", "24/04/2026"), null)),
                400,
                "bad date: '24/04/2026'; write it as 2026-04-24");
    }

    @Test
    void chartAndReportAreThoseOfTheLatestForecast() {
        new SampleReports(store).record(STX, SampleForecasts.publish(store, STX), "friday", ENDED, "Friday.");

        ApiResponse chart = get("/v1/forecasts/STX/chart.svg");
        JsonNode report = json(get("/v1/reports/STX"));

        assertThat(chart.headers()).containsEntry("Content-Type", "image/svg+xml");
        assertThat(chart.body()).isEqualTo(SampleReports.CHART);
        assertThat(answer(request(
                                "GET",
                                "/v1/forecasts/STX/chart.svg",
                                Map.of(),
                                chart.headers().get("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(report.path("asOf").stringValue()).isEqualTo("2026-04-24");
        assertThat(report.path("html").path("href").stringValue()).isEqualTo("/STX/report.html");
        assertThat(report.path("pdf").path("href").stringValue()).isEqualTo("/STX/summary.pdf");
    }

    @Test
    void withoutReportThereIsNeitherChartNorLink() {
        SampleForecasts.publish(store, STX);

        assertProblem(get("/v1/forecasts/STX/chart.svg"), 404, "no report on the latest forecast for STX");
        assertProblem(get("/v1/reports/STX"), 404, "no report on the latest forecast for STX");
        assertProblem(get("/v1/reports/stx"), 400, "bad symbol: 'stx'");
    }

    @Test
    void symbolsAreListed() {
        SampleForecasts.publish(store, STX);
        SampleForecasts.publish(store, SampleForecasts.of("ABC", FRIDAY, false, "Made up."));

        ApiResponse response = get("/v1/symbols");

        assertThat(json(response).path("symbols").toString()).isEqualTo("[\"ABC\",\"STX\"]");
        assertThat(answer(request(
                                "GET",
                                "/v1/symbols",
                                Map.of(),
                                response.headers().get("ETag")))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void predictionsArePosted() {
        ApiResponse response = get("/v1/predictions");

        assertProblem(response, 405, "use POST, not GET");
        assertThat(response.headers()).containsEntry("Allow", "POST");
    }

    @Test
    void silentStoreIsUnavailable() {
        ApiResponse response = api(new SilentStore(), "2026-04-24T21:00:00Z")
                .answer(request("GET", "/v1/forecasts/STX", Map.of(), null));

        assertProblem(response, 503, "the store does not answer");
        assertThat(response.headers()).containsEntry("Retry-After", "5");
    }

    private String tag(String now) {
        return String.valueOf(api(store, now)
                .answer(request("GET", "/v1/forecasts/STX", Map.of(), null))
                .headers()
                .get("ETag"));
    }

    private ApiResponse get(String path) {
        return answer(request("GET", path, Map.of(), null));
    }

    private ApiResponse answer(ApiRequest request) {
        ApiResponse response = api(store, "2026-04-24T21:00:00Z").answer(request);
        Specified.assertHolds(request, response);
        return response;
    }

    private static ForecastApi api(ObjectStore store, String now) {
        return new ForecastApi(
                store,
                new NyseCalendar(),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
                (symbol, file) -> new ReportLinks.Link("/" + symbol + "/" + file.name(), Instant.parse(now)));
    }

    private static ApiRequest request(
            String method, String path, Map<String, String> query, @Nullable String ifNoneMatch) {
        return new ApiRequest(method, path, query, ifNoneMatch);
    }

    private static void assertProblem(ApiResponse response, int status, String detail) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store");
        JsonNode problem = json(response);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("detail").stringValue()).contains(detail);
    }

    private static JsonNode json(ApiResponse response) {
        return Json.readTree(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static final class SilentStore implements ObjectStore {

        @Override
        public Optional<StoredObject> find(String key) {
            throw unavailable();
        }

        @Override
        public PutOutcome putIfAbsent(String key, byte[] bytes, String mediaType) {
            throw unavailable();
        }

        @Override
        public PutOutcome putIfMatch(String key, byte[] bytes, String mediaType, String entityTag) {
            throw unavailable();
        }

        @Override
        public List<String> list(String prefix) {
            throw unavailable();
        }

        private static StoreUnavailable unavailable() {
            return new StoreUnavailable("the store does not answer");
        }
    }
}
