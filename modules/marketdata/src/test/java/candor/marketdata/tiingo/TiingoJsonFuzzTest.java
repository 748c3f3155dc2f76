package candor.marketdata.tiingo;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import candor.store.port.Download;
import candor.store.port.Instrument;
import candor.store.port.RawBar;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Whatever the bytes, the answer is bars or a refusal. In ordinary runs over the kept examples alone; tools/fuzz lets
 * the fuzzer think of more.
 */
class TiingoJsonFuzzTest {

    private static final Instrument UNTOLD = new Instrument(null, null, null, null, null);

    @DictionaryEntries({
        "\"date\"",
        "\"2024-01-02T00:00:00.000Z\"",
        "\"2024-02-30\"",
        "\"open\"",
        "\"high\"",
        "\"low\"",
        "\"close\"",
        "\"volume\"",
        "\"adjClose\"",
        "\"divCash\"",
        "\"splitFactor\"",
        "\"detail\"",
        "1e999",
        "-0.0",
        "null"
    })
    @FuzzTest(maxDuration = "4m")
    void parse(byte[] bytes) {
        List<RawBar> bars;
        try {
            bars = TiingoJson.parse(bytes);
        } catch (InputRefused refused) {
            assertThat(refused.getMessage())
                    .startsWith("tiingo answers with ")
                    .endsWith("name another source in CANDOR_SOURCES")
                    .hasSizeLessThan(2000)
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
            return;
        }
        Download download =
                new Download("tiingo", UNTOLD, bars, LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), List.of());
        download.bars().forEach(TiingoJsonFuzzTest::requireNumbers);
    }

    private static void requireNumbers(RawBar bar) {
        assertThat(DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose(), bar.volume()))
                .noneMatch(number -> Double.isInfinite(number));
        assertThat(DoubleStream.of(bar.dividend(), bar.split()))
                .allMatch(number -> number >= 0 && number < Double.POSITIVE_INFINITY);
        assertThat(bar.session().getYear()).isBetween(0, 9999);
        assertThat(bar.line()).isPositive();
    }
}
