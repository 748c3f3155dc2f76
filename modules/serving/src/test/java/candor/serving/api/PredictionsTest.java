// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.api;

import static candor.serving.api.PredictionStores.FIRST_CHAMPIONS;
import static candor.serving.api.PredictionStores.OTHER_CHAMPIONS;
import static candor.serving.api.PredictionStores.OTHER_SETTINGS;
import static candor.serving.api.PredictionStores.SYMBOL;
import static candor.serving.api.PredictionStores.answer;
import static candor.serving.api.PredictionStores.api;
import static candor.serving.api.PredictionStores.following;
import static candor.serving.api.PredictionStores.json;
import static candor.serving.api.PredictionStores.predicted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.pipeline.report.ForecastDocument;
import candor.store.checkpoint.Checkpoints;
import candor.store.fixture.MemoryStore;
import candor.store.json.Json;
import candor.store.run.Latest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Forecasts from bars that a user sends, beside those that the pipeline stored. */
class PredictionsTest {

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

    private static byte[] storedForecast(MemoryStore store) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        return checkpoints.bytes(checkpoints
                .get(new Latest(store).find(SYMBOL).orElseThrow().forecast())
                .getArtefact("forecast.json"));
    }
}
