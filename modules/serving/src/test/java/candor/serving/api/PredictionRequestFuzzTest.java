package candor.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.store.json.Json;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Whatever the body, the answer is bars in order or a refusal that names the field. In ordinary runs over the kept examples
 * alone; tools/fuzz lets the fuzzer think of more.
 */
class PredictionRequestFuzzTest {

    private static final TradingCalendar CALENDAR = new NyseCalendar();

    @DictionaryEntries({
        "\"symbol\"",
        "\"STX\"",
        "\"bars\"",
        "\"date\"",
        "\"2024-01-02\"",
        "\"2024-02-30\"",
        "\"open\"",
        "\"high\"",
        "\"low\"",
        "\"close\"",
        "\"adjustedClose\"",
        "\"volume\"",
        "1e999",
        "1e-400",
        "-0.0",
        "null"
    })
    @FuzzTest(maxDuration = "4m")
    void read(byte[] bytes) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        PredictionRequest read;
        try {
            read = PredictionRequest.read(
                    new ApiRequest("POST", "/v1/predictions", Map.of(), null, "application/json", body), CALENDAR);
        } catch (ApiProblem refused) {
            assertThat(refused.status()).isIn(400, 413, 422);
            assertThat(refused.title()).isNotEqualTo("Rejected");
            assertThat(refused.detail()).hasSizeLessThan(1000);
            assertThat(refused.field()).isNotNull();
            assertThat(refused.status() == 422 && refused.value() == null)
                    .as("a refused value is shown: %s", refused.detail())
                    .isFalse();
            assertThat(Json.readTree(Json.write(Map.of("detail", refused.detail())))
                            .path("detail")
                            .stringValue(""))
                    .isEqualTo(refused.detail());
            return;
        }
        assertThat(read.bars().size()).isPositive();
        assertThat(read.bars().lastSession()).isNotNull();
        assertThat(read.bars().toHistory().size()).isEqualTo(read.bars().size());
    }
}
