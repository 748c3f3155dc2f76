package candor.store.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class JsonTest {

    record Document(
            Symbol symbol,
            LocalDate day,
            int count,
            List<Double> values,
            @Nullable Double extra,
            SortedMap<Double, Double> map) {}

    @Test
    void formIsFixed() {
        SortedMap<Double, Double> map = new TreeMap<>();
        map.put(0.05, -0.0);
        Document document = new Document(
                Symbol.of("^GSPC"), LocalDate.of(2026, 4, 24), 3, List.of(1.0, 0.1 + 0.2, 1e-300), null, map);
        String text = """
                {
                  "symbol": "^GSPC",
                  "day": "2026-04-24",
                  "count": 3,
                  "values": [
                    1.0,
                    0.30000000000000004,
                    1.0E-300
                  ],
                  "map": {
                    "0.05": -0.0
                  }
                }
                """;
        assertThat(new String(Json.write(document), UTF_8)).isEqualTo(text);
        assertThat(Json.read(text.getBytes(UTF_8), Document.class)).isEqualTo(document);
        assertThat(new String(Json.writeLine(document), UTF_8))
                .doesNotContain("\n")
                .startsWith("{\"symbol\":\"^GSPC\",");
    }

    @Test
    void everyFiniteNumberComesBack() {
        SplittableRandom random = new SplittableRandom(20260424);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Json.read(Json.write(value), Double.class)).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreNeverWritten(double value) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> Json.write(List.of(value)))
                .withMessageContaining("must be finite, not " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{'symbol':'STX','day':'2026-04-24','count':1,'values':[]}",
                "{'symbol':'STX','day':'2026-04-24','values':[],'map':{}}",
                "{'symbol':'STX','day':'2026-04-24','count':null,'values':[],'map':{}}",
                "{'symbol':'STX','day':null,'count':1,'values':[],'map':{}}",
                "{'symbol':'STX','day':'2026-04-24','count':1,'values':[null],'map':{}}",
                "{'symbol':'st x','day':'2026-04-24','count':1,'values':[],'map':{}}",
                "{'symbol':'STX','day':'2026-04-24','count':1,'values':[],'map':{},'more':1}",
                "{'symbol':'STX','day':'2026-04-24','count':1,'values':[],'map':{}} 1"
            })
    void whatIsNotTheDocumentIsRefused(String text) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.read(text.replace('\'', '"').getBytes(UTF_8), Document.class));
    }
}
