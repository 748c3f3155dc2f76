package candor.serving.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.synthetic.SyntheticStock;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.InService;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.fixture.Pipeline;
import candor.pipeline.fixture.SyntheticBars;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.ReportLinks;
import candor.pipeline.settings.SettingsInForce;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Retrieval;
import candor.store.run.Latest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Forecasts from bars that a user sends, beside those that the pipeline stored. */
class PredictionsTest {

    private static final Symbol SYMBOL = SyntheticStock.SYMBOL;

    /** Shortly after the intervals of the longest horizon are calibrated. */
    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);

    private static final Instant THURSDAY_EVENING = Instant.parse("2018-03-01T23:30:00Z");
    private static final MemoryStore FIRST_CHAMPIONS = new MemoryStore();
    private static final MemoryStore OTHER_CHAMPIONS = new MemoryStore();
    private static final MemoryStore OTHER_SETTINGS = new MemoryStore();

    @BeforeAll
    static void run() {
        new Pipeline(FIRST_CHAMPIONS, real(THURSDAY)).run("first", null);
        new Champions(OTHER_CHAMPIONS)
                .appoint(
                        SYMBOL,
                        new Term(
                                THURSDAY.minusYears(1),
                                Decider.PERSON,
                                THURSDAY_EVENING,
                                null,
                                "put-back",
                                new CheckpointRef("work/promote/SYNTH/x/checkpoint.json", "00"),
                                0,
                                null,
                                List.of(
                                        new InService(1, InService.APPOINTED, "ridge", "garch", "for the test"),
                                        new InService(5, InService.APPOINTED, "average", "ewma", "for the test"),
                                        new InService(21, InService.APPOINTED, "mean", "logHarL", "for the test"))));
        new Pipeline(OTHER_CHAMPIONS, real(THURSDAY)).run("second", null);
        SettingsInForce.set(
                OTHER_SETTINGS, SYMBOL, "mine.json", "{\"horizons\": [1, 5], \"refitEvery\": 63}".getBytes(UTF_8));
        new Pipeline(OTHER_SETTINGS, real(THURSDAY)).run("third", null);
    }

    /** The synthetic stock as if it were a real one, whose time is ours. */
    private static BarSource real(LocalDate to) {
        return request -> {
            Retrieval made = new SyntheticBars(to).retrieve(request);
            return new Retrieval(made.source(), made.bars(), made.hasAdjustedClose(), made.provenance(), null, null);
        };
    }

    /** With settings of a person too: once the built-in ones were taken, and a model for fewer horizons failed. */
    @Test
    void theStoredBarsGiveTheStoredForecastBitForBit() {
        for (MemoryStore store : List.of(FIRST_CHAMPIONS, OTHER_CHAMPIONS, OTHER_SETTINGS)) {
            JsonNode answer = predicted(store, StoredBars.of(store, SYMBOL));

            assertThat(Json.write(Json.convert(answer.path("forecast"), ForecastDocument.class)))
                    .isEqualTo(storedForecast(store));
            assertThat(answer.path("sessionsBehind").intValue()).isZero();
            assertThat(answer.path("stale").booleanValue()).isFalse();
            assertThat(answer.path("notes").isEmpty()).isTrue();
        }
    }

    @Test
    void theChampionsOfTheSecondStoreAreOthers() {
        JsonNode horizons = Json.readTree(storedForecast(OTHER_CHAMPIONS)).path("horizons");

        assertThat(horizons.valueStream().map(horizon -> horizon.path("model").stringValue()))
                .containsExactly("ridge + garch", "average + ewma", "mean + logHarL");
    }

    @Test
    void withoutFeaturesTheLastBarsGiveTheSameBitsAsAll() {
        List<Map<String, Object>> all = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);

        JsonNode few = predicted(FIRST_CHAMPIONS, all.subList(all.size() - 60, all.size()));

        assertThat(Json.write(Json.convert(few.path("forecast"), ForecastDocument.class)))
                .isEqualTo(storedForecast(FIRST_CHAMPIONS));
    }

    @Test
    void withFeaturesThreeHundredBarsDifferInTheLastDigitsOnly() {
        List<Map<String, Object>> all = StoredBars.of(OTHER_CHAMPIONS, SYMBOL);

        JsonNode few = predicted(OTHER_CHAMPIONS, all.subList(all.size() - 300, all.size()));

        JsonNode whole =
                Json.readTree(storedForecast(OTHER_CHAMPIONS)).path("horizons").path(0);
        JsonNode next = few.path("forecast").path("horizons").path(0);
        assertThat(next.path("volatility").doubleValue())
                .isEqualTo(whole.path("volatility").doubleValue());
        assertThat(Math.abs(next.path("mean").doubleValue() - whole.path("mean").doubleValue()))
                .isLessThan(1e-9);
    }

    @Test
    void otherCurrencyGivesTheSameReturns() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (Map<String, Object> bar : bars) {
            bar.replaceAll((column, value) ->
                    value instanceof Double number && !column.equals("volume") ? (Object) (number / 8) : value);
        }

        JsonNode answer = predicted(FIRST_CHAMPIONS, bars).path("forecast");

        JsonNode stored = Json.readTree(storedForecast(FIRST_CHAMPIONS));
        assertThat(answer.path("lastClose").doubleValue())
                .isEqualTo(stored.path("lastClose").doubleValue() / 8);
        assertThat(answer.path("horizons").path(0).path("quantiles"))
                .isEqualTo(stored.path("horizons").path(0).path("quantiles"));
    }

    @Test
    void aDayLaterTheForecastGoesOnAndSaysWhatItsIntervalsKnow() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.add(following(bars.getLast(), "2018-03-02", 0.97));

        JsonNode answer = json(answer(FIRST_CHAMPIONS, "2018-03-02T23:30:00Z", StoredBars.body(SYMBOL, bars)));

        JsonNode next = answer.path("forecast").path("horizons").path(0);
        assertThat(answer.path("forecast").path("asOf").stringValue()).isEqualTo("2018-03-02");
        assertThat(next.path("target").stringValue()).isEqualTo("2018-03-05");
        assertThat(next.path("volatility").doubleValue())
                .as("after a fall of 3 %%")
                .isGreaterThan(Json.readTree(storedForecast(FIRST_CHAMPIONS))
                        .path("horizons")
                        .path(0)
                        .path("volatility")
                        .doubleValue());
        assertThat(answer.path("notes").path(0).stringValue()).contains("up to 2018-03-01, not up to 2018-03-02");
    }

    @Test
    void aFrozenTailIsRefusedWhereItBegins() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (int i = bars.size() - 10; i < bars.size(); i++) {
            Object date = bars.get(i).get("date");
            bars.set(i, new LinkedHashMap<>(bars.get(bars.size() - 11)));
            bars.get(i).put("date", date);
        }

        JsonNode problem = refused(bars);

        assertThat(problem.path("field").stringValue())
                .matches("/bars/" + (bars.size() - 11) + "/close|/bars/" + (bars.size() - 10) + "/close");
        assertThat(problem.path("value").stringValue())
                .isEqualTo(String.valueOf(bars.getLast().get("close")));
        assertThat(problem.path("detail").stringValue())
                .contains(String.valueOf(bars.getLast().get("date")));
    }

    /** The message spoke of --as-of, which no request has. */
    @Test
    void aDeadEndIsLeftOutAsTheMessageSays() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.add(following(bars.getLast(), "2018-03-02", 1));

        String later = "2018-03-02T23:30:00Z";
        assertThat(json(answer(FIRST_CHAMPIONS, later, StoredBars.body(SYMBOL, bars)))
                        .path("detail")
                        .stringValue())
                .endsWith("; leave out the bars from 2018-03-02 on")
                .doesNotContain("--as-of");

        bars.removeLast();
        assertThat(answer(FIRST_CHAMPIONS, later, StoredBars.body(SYMBOL, bars)).status())
                .isEqualTo(200);
    }

    /** The message named a cell of an empty value, and ./candor repair, which requests do not have. */
    @Test
    void deadBarsInsideAreLeftOutAsTheMessageSays() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int first = bars.size() - 400;
        List<Object> days = new ArrayList<>();
        for (int i = first; i < first + 4; i++) {
            days.add(bars.get(i).get("date"));
            bars.set(i, following(bars.get(first - 1), String.valueOf(days.getLast()), 1));
        }

        assertThat(refused(bars).path("detail").stringValue())
                .startsWith("4 bars, the first of " + days.getFirst() + ", would be set aside by a run (dead-rows; ")
                .endsWith("); correct them, or leave them out: "
                        + days.stream().map(String::valueOf).collect(Collectors.joining(", ")));

        bars.removeIf(bar -> days.contains(bar.get("date")));
        predicted(FIRST_CHAMPIONS, bars);
    }

    @Test
    void aStepThatNoSplitExplainsIsRefused() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int step = bars.size() - 100;
        for (Map<String, Object> bar : bars.subList(step, bars.size())) {
            for (String column : List.of("open", "high", "low", "close", "adjustedClose")) {
                bar.computeIfPresent(column, (name, value) -> (Double) value / 4);
            }
            bar.computeIfPresent("volume", (name, value) -> Math.rint((Double) value * 4));
        }

        JsonNode problem = refused(bars);

        assertThat(problem.path("field").stringValue()).isEqualTo("/bars/" + step + "/close");
        assertThat(problem.path("detail").stringValue())
                .endsWith("; give the adjusted close in every bar, leave out the bars before "
                        + bars.get(step).get("date")
                        + ", or say what it is in a run of the symbol (--split or --real), which counts here too");

        for (Map<String, Object> bar : bars.subList(step, bars.size())) {
            bar.computeIfPresent("adjustedClose", (name, value) -> (Double) value * 4);
        }
        predicted(FIRST_CHAMPIONS, bars);
    }

    @Test
    void aSplitThatAdjustedClosesTellOfIsNoStep() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (Map<String, Object> bar : bars.subList(0, bars.size() - 100)) {
            for (String column : List.of("open", "high", "low", "close")) {
                bar.computeIfPresent(column, (name, value) -> (Double) value * 10);
            }
            bar.computeIfPresent("volume", (name, value) -> Math.rint((Double) value / 10));
        }

        assertThat(predicted(FIRST_CHAMPIONS, bars).path("notes").isEmpty()).isTrue();
    }

    @Test
    void aCellThatARunWouldCorrectIsRefusedWithWhatItWouldTake() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        int wrong = bars.size() - 30;
        for (String column : List.of("open", "high", "low", "close", "adjustedClose")) {
            bars.get(wrong).computeIfPresent(column, (name, value) -> (Double) value * 100);
        }

        JsonNode problem = refused(bars);

        assertThat(problem.path("field").stringValue()).isEqualTo("/bars/" + wrong + "/close");
        assertThat(problem.path("detail").stringValue())
                .contains("where a run would take")
                .contains("(unit-100x; prices stand 100 times above the rows around")
                .endsWith("); give that, or leave the bar out");

        bars.remove(wrong);
        predicted(FIRST_CHAMPIONS, bars);
    }

    private static JsonNode refused(List<Map<String, Object>> bars) {
        ApiResponse response = answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars));
        assertThat(response.status()).as(response.body()).isEqualTo(422);
        return json(response);
    }

    @Test
    void withoutAdjustedClosesItIsSaidWhatThatMeans() {
        List<Map<String, Object>> all = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        List<Map<String, Object>> bars = all.subList(all.size() - 60, all.size());
        bars.forEach(bar -> bar.remove("adjustedClose"));

        assertThat(predicted(FIRST_CHAMPIONS, bars).path("notes").path(0).stringValue())
                .contains("No adjustedClose was given");
    }

    @Test
    void aGapIsTold() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.remove(bars.size() - 2);

        assertThat(predicted(FIRST_CHAMPIONS, bars).path("notes").path(0).stringValue())
                .startsWith("1 session since ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[]' | 422 | '' | want an object here",
                "'{\"symbol\":\"SYNTH\"}' | 422 | /bars | bars is absent; want a list",
                "'{\"symbol\":\"SYNTH\",\"bars\":[]}' | 422 | /bars | want a list",
                "'{\"symbol\":\"synth\",\"bars\":[{}]}' | 422 | /symbol | bad symbol: 'synth'",
                "'{\"symbol\":7,\"bars\":[{}]}' | 422 | /symbol | symbol is 7",
                "'{\"symbol\":\"SYNTH\",\"bars\":[7]}' | 422 | /bars/0 | want an object here, not 7",
                "'{\"symbol\":\"SYNTH\",\"bars\":[{}]}' | 422 | /bars/0/date | date is absent",
                "'{\"symbol\":\"SYNTH\",\"bar\":[]}' | 422 | /bar | unknown field 'bar'",
                "'{\"a/b~\":1}' | 422 | /a~1b~0 | unknown field",
                "'{\"symbol\":' | 400 | '' | the body is not JSON",
                "'{\"symbol\":\"STX\",\"symbol\":\"ABC\",\"bars\":[]}' | 400 | '' | the key \"symbol\" is there twice;"
                        + " correct it",
                "'' | 400 | '' | no body",
            })
    void whatIsNoRequestIsRefusedByItsField(String body, int status, String field, String detail) {
        assertRefused(answer(FIRST_CHAMPIONS, body), status, field, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | '\"2018-3-1\"' | bad date: '2018-3-1'; write it as 2026-04-24",
                "date | '\"+12018-03-01\"' | bad date",
                "date | '\"2018-03-04\"' | the exchange is closed on 2018-03-04",
                "date | '\"2018-02-28\"' | order the bars from the oldest to the newest",
                "date | '\"9999-12-31\"' | outside the calendar",
                "date | '\"2018-03-02\"' | the session of 2018-03-02 is not over; end the bars at 2018-03-01",
                "open | '\"12\"' | open is \"12\"; want a number",
                "open | 'null' | open is null; want a number",
                "open | '1e999' | want a number",
                "open | '0' | want a number from 1.0E-6",
                "close | '-3.5' | close of 2018-03-01 is -3.5",
                "low | '1e300' | low of 2018-03-01 is 1.0E300",
                "high | '0.01' | below another price of that bar",
                "low | '900000000' | ",
                "volume | '-1' | volume of 2018-03-01 is -1.0",
                "adjustedClose | 'true' | adjustedClose is true",
                "colour | '1' | unknown field 'colour'",
            })
    void aBarThatIsNoneIsRefusedByItsField(String column, String value, @Nullable String detail) {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        changeLast(bars, bar -> bar.put(column, "@"));
        String body = StoredBars.body(SYMBOL, bars).replace("\"@\"", value);

        ApiResponse response = answer(FIRST_CHAMPIONS, body);

        if (detail == null) {
            assertThat(json(response).path("field").stringValue()).startsWith("/bars/");
        } else {
            assertRefused(response, 422, "/bars/" + (bars.size() - 1) + "/" + column, detail);
        }
    }

    @Test
    void adjustedClosesAreGivenAllOrNone() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        changeLast(bars, bar -> bar.remove("adjustedClose"));

        assertRefused(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/adjustedClose",
                "give it in every bar or in none");
    }

    @Test
    void barsThatEndTooEarlyWouldMeetAModelThatKnowsTheirFuture() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.removeLast();

        assertRefused(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/date",
                "would know the future; go on to 2018-03-01 at least");
    }

    @Test
    void barsThatGoOnTooLongHaveOutlivedTheModel() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (LocalDate session : new NyseCalendar().sessions(LocalDate.of(2018, 3, 2), LocalDate.of(2018, 4, 3))) {
            bars.add(following(bars.getLast(), session.toString(), 1));
        }

        assertRefused(
                answer(FIRST_CHAMPIONS, "2018-04-03T23:30:00Z", StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/date",
                "serves no longer than to 2018-04-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 26})
    void tooFewBarsForTheScale(int count) {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);

        assertRefused(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars.subList(bars.size() - count, bars.size()))),
                422,
                "/bars",
                (count == 1 ? "1 bar" : count + " bars") + "; send the last 27 at least");
    }

    @Test
    void tooFewBarsForFeatures() {
        List<Map<String, Object>> bars = StoredBars.of(OTHER_CHAMPIONS, SYMBOL);

        assertRefused(
                answer(OTHER_CHAMPIONS, StoredBars.body(SYMBOL, bars.subList(bars.size() - 299, bars.size()))),
                422,
                "/bars",
                "299 bars; send the last 300 at least: a champion looks at features of a year");
    }

    @Test
    void withoutTheSessionOfTheFitNothingCanBeMovedOn() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        String fitted =
                predicted(FIRST_CHAMPIONS, bars).path("model").path("fittedAt").stringValue();
        int at = bars.stream().map(bar -> bar.get("date")).toList().indexOf(fitted);

        List<Map<String, Object>> late = bars.subList(at - 20, bars.size());
        assertRefused(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, late)),
                422,
                "/bars",
                late.size() < 27 ? "send the last 27 at least" : "20 bars before " + fitted);
        bars.remove(at);
        assertRefused(answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)), 422, "/bars", "no bar of " + fitted);
    }

    @Test
    void movesThatNoMarketMakesAreRefusedAndNotComputedWith() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (int t = bars.size() - 10; t < bars.size(); t++) {
            Map<String, Object> bar = bars.get(t);
            double price = t % 2 == 0 ? 1e9 : 1e-6;
            bar.replaceAll((column, value) -> column.equals("date") || column.equals("volume") ? value : price);
        }

        assertThat(answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)).status())
                .isIn(200, 422);
    }

    @Test
    void symbolWithoutModelIsNotFound() {
        assertRefused(
                answer(FIRST_CHAMPIONS, StoredBars.body(Symbol.of("STX"), StoredBars.of(FIRST_CHAMPIONS, SYMBOL))),
                404,
                "/symbol",
                "no model for STX");
    }

    @Test
    void otherMediaTypesAreRefused() {
        ApiRequest csv = new ApiRequest("POST", "/v1/predictions", Map.of(), null, "text/csv", "date,open");

        assertRefused(api(FIRST_CHAMPIONS, THURSDAY_EVENING).answer(csv), 415, "Content-Type", "send application/json");
    }

    @Test
    void longBodiesAreNotRead() {
        String body = "[" + " ".repeat(PredictionRequest.LONGEST) + "]";

        assertRefused(answer(FIRST_CHAMPIONS, body), 413, "", "send at most 2000000");
    }

    @Test
    void damagedModelIsAFaultOfTheStore() {
        MemoryStore store = FIRST_CHAMPIONS.copy();
        String model = store.list("work/train/").stream()
                .filter(key -> key.endsWith("model.json"))
                .findFirst()
                .orElseThrow();
        store.damage(model, "{}".getBytes(UTF_8));

        ApiResponse response = answer(store, StoredBars.body(SYMBOL, StoredBars.of(store, SYMBOL)));

        assertThat(response.status()).isEqualTo(500);
        assertThat(json(response).path("detail").stringValue()).contains("model.json is damaged");
    }

    @Test
    void healthTellsTheModelsAge() {
        ApiResponse response = api(FIRST_CHAMPIONS, Instant.parse("2018-03-06T23:30:00Z"))
                .answer(new ApiRequest("GET", "/v1/health", Map.of(), null));

        JsonNode health = json(response);
        JsonNode symbol = health.path("symbols").path(0);
        LocalDate fitted = LocalDate.parse(symbol.path("modelFittedAt").stringValue());
        assertThat(health.path("version").stringValue()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(symbol.path("sessionsBehind").intValue()).isEqualTo(3);
        assertThat(symbol.path("modelSessionsBehind").intValue())
                .isEqualTo(new NyseCalendar()
                                .sessions(fitted, LocalDate.of(2018, 3, 6))
                                .size()
                        - 1);
    }

    private static Map<String, Object> following(Map<String, Object> last, String date, double factor) {
        Map<String, Object> bar = new LinkedHashMap<>(last);
        bar.replaceAll((column, value) ->
                value instanceof Double price && !column.equals("volume") ? (Object) (price * factor) : value);
        bar.put("date", date);
        return bar;
    }

    private static void changeLast(List<Map<String, Object>> bars, Consumer<Map<String, Object>> change) {
        change.accept(bars.getLast());
    }

    private static JsonNode predicted(ObjectStore store, List<Map<String, Object>> bars) {
        ApiResponse response = answer(store, StoredBars.body(SYMBOL, bars));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static ApiResponse answer(ObjectStore store, String body) {
        return answer(store, THURSDAY_EVENING.toString(), body);
    }

    private static ApiResponse answer(ObjectStore store, String now, String body) {
        ApiRequest request = StoredBars.request(body);
        ApiResponse response = api(store, Instant.parse(now)).answer(request);
        Specified.assertHolds(request, response);
        return response;
    }

    private static ForecastApi api(ObjectStore store, Instant now) {
        return new ForecastApi(
                store,
                new NyseCalendar(),
                Clock.fixed(now, ZoneOffset.UTC),
                (symbol, file) -> new ReportLinks.Link("/" + file.key(), null));
    }

    private static void assertRefused(ApiResponse response, int status, String field, String detail) {
        JsonNode problem = json(response);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("detail").stringValue()).contains(detail);
        assertThat(problem.path("field").stringValue()).isEqualTo(field);
    }

    private static byte[] storedForecast(MemoryStore store) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        return checkpoints.bytes(checkpoints
                .get(new Latest(store).find(SYMBOL).orElseThrow().forecast())
                .getArtefact("forecast.json"));
    }

    private static JsonNode json(ApiResponse response) {
        return Json.readTree(response.body().getBytes(UTF_8));
    }
}
