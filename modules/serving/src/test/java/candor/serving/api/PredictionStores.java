// SPDX-License-Identifier: GPL-3.0-or-later
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
import candor.pipeline.report.ReportLinks;
import candor.pipeline.settings.SettingsInForce;
import candor.store.checkpoint.CheckpointRef;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.port.BarSource;
import candor.store.port.ObjectStore;
import candor.store.port.Retrieval;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Stores with a finished run of the synthetic stock, and questions to the API on them. */
final class PredictionStores {

    static final Symbol SYMBOL = SyntheticStock.SYMBOL;

    /** Shortly after the intervals of the longest horizon are calibrated. */
    static final LocalDate THURSDAY = LocalDate.of(2018, 3, 1);

    static final Instant THURSDAY_EVENING = Instant.parse("2018-03-01T23:30:00Z");

    /** Whose champions are the first ones, which look at no features. */
    static final MemoryStore FIRST_CHAMPIONS = new MemoryStore();

    /** Whose champions a person appointed; one looks at features. */
    static final MemoryStore OTHER_CHAMPIONS = new MemoryStore();

    /** With settings of a person. */
    static final MemoryStore OTHER_SETTINGS = new MemoryStore();

    static {
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

    private PredictionStores() {}

    /** The synthetic stock as if it were a real one, whose time is ours. */
    private static BarSource real(LocalDate to) {
        return request -> {
            Retrieval made = new SyntheticBars(to).retrieve(request);
            return new Retrieval.OneFile(Retrieval.Place.CSV, made.bars(), made.hasAdjustedClose(), made.provenance());
        };
    }

    static Map<String, Object> following(Map<String, Object> last, String date, double factor) {
        Map<String, Object> bar = new LinkedHashMap<>(last);
        bar.replaceAll((column, value) ->
                value instanceof Double price && !column.equals("volume") ? (Object) (price * factor) : value);
        bar.put("date", date);
        return bar;
    }

    static JsonNode predicted(ObjectStore store, List<Map<String, Object>> bars) {
        ApiResponse response = answer(store, StoredBars.body(SYMBOL, bars));
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    static ApiResponse answer(ObjectStore store, String body) {
        return answer(store, THURSDAY_EVENING.toString(), body);
    }

    static ApiResponse answer(ObjectStore store, String now, String body) {
        ApiRequest request = StoredBars.request(body);
        ApiResponse response = api(store, Instant.parse(now)).answer(request);
        Specified.assertHolds(request, response);
        return response;
    }

    static ForecastApi api(ObjectStore store, Instant now) {
        return new ForecastApi(
                store,
                new NyseCalendar(),
                Clock.fixed(now, ZoneOffset.UTC),
                (symbol, file) -> new ReportLinks.Link("/" + file.key(), null));
    }

    static JsonNode rejected(List<Map<String, Object>> bars) {
        ApiResponse response = answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars));
        assertThat(response.status()).as(response.body()).isEqualTo(422);
        return json(response);
    }

    static void assertRejected(ApiResponse response, int status, String field, String detail) {
        JsonNode problem = json(response);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("detail").stringValue()).contains(detail);
        assertThat(problem.path("field").stringValue()).isEqualTo(field);
    }

    static JsonNode json(ApiResponse response) {
        return Json.readTree(response.body().getBytes(UTF_8));
    }
}
