package candor.function.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ForecastRehearsalTest {

    @Test
    void answersWithAWholeForecast() {
        JsonNode answer = Json.readTree(
                ForecastRehearsal.forecast(Clock.fixed(Instant.parse("2018-03-02T12:00:00Z"), ZoneOffset.UTC)));

        assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
        assertThat(Json.readTree(answer.path("body").stringValue().getBytes(UTF_8))
                        .path("forecast")
                        .path("symbol")
                        .stringValue())
                .isEqualTo(BundledStore.SYMBOL);
    }
}
