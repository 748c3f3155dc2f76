package candor.marketdata.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import candor.store.port.Download;
import candor.store.port.RawBar;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Whatever the bytes, the answer is bars, an error in words, or a refusal. In ordinary runs over the kept examples alone;
 * tools/fuzz lets the fuzzer think of more.
 */
class ChartJsonFuzzTest {

    private static final LocalDate FIRST = LocalDate.of(1899, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    @DictionaryEntries({
        "\"chart\"",
        "\"finance\"",
        "\"result\"",
        "\"error\"",
        "\"code\"",
        "\"description\"",
        "\"meta\"",
        "\"exchangeTimezoneName\"",
        "\"America/New_York\"",
        "\"Pacific/Apia\"",
        "\"dataGranularity\"",
        "\"firstTradeDate\"",
        "\"timestamp\"",
        "\"indicators\"",
        "\"quote\"",
        "\"adjclose\"",
        "\"events\"",
        "\"dividends\"",
        "\"splits\"",
        "\"capitalGains\"",
        "\"amount\"",
        "\"numerator\"",
        "\"denominator\"",
        "1704205800",
        "-2208988800",
        "4102444800",
        "1e999",
        "1e15",
        "-0.0",
        "null"
    })
    @FuzzTest(maxDuration = "4m")
    void parse(byte[] bytes) {
        ChartAnswer answer;
        Download download;
        try {
            answer = ChartJson.parse(bytes);
            download = answer instanceof ChartAnswer.Bars bars ? asTraded(bars) : null;
        } catch (InputRefused refused) {
            assertThat(refused.getMessage())
                    .startsWith("yahoo answers with ")
                    .endsWith("name another source in CANDOR_SOURCES")
                    .hasSizeLessThan(2000)
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
            return;
        }
        if (download != null) {
            requireAllRows((ChartAnswer.Bars) answer, download);
            download.bars().forEach(ChartJsonFuzzTest::requireNumbers);
        }
    }

    private static Download asTraded(ChartAnswer.Bars bars) {
        return new Download("yahoo", bars.instrument(), AsTraded.of(bars.bars()), FIRST, LAST, bars.notes());
    }

    private static void requireAllRows(ChartAnswer.Bars answer, Download download) {
        List<RawBar> stated = answer.bars();
        assertThat(download.bars()).extracting(RawBar::session).isEqualTo(sessions(stated));
        for (int i = 0; i < stated.size(); i++) {
            RawBar restored = download.bars().get(i);
            assertThat(restored.line()).isEqualTo(i + 1);
            assertThat(restored.split()).isEqualTo(stated.get(i).split());
            assertThat(Double.isNaN(restored.close()))
                    .isEqualTo(Double.isNaN(stated.get(i).close()));
            assertThat(Math.signum(restored.dividend()))
                    .isEqualTo(Math.signum(stated.get(i).dividend()));
        }
    }

    private static List<LocalDate> sessions(List<RawBar> bars) {
        return bars.stream().map(RawBar::session).toList();
    }

    private static void requireNumbers(RawBar bar) {
        assertThat(DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose(), bar.volume()))
                .noneMatch(number -> Double.isInfinite(number));
        assertThat(DoubleStream.of(bar.dividend(), bar.split(), bar.capitalGain()))
                .allMatch(number -> number >= 0 && number < Double.POSITIVE_INFINITY);
        assertThat(bar.session()).isBetween(FIRST, LAST);
    }
}
