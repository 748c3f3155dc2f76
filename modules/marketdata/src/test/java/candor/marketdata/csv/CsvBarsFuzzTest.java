package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Whatever the bytes, the answer is bars or a refusal. In ordinary runs over the kept examples alone; tools/fuzz lets
 * the fuzzer think of more.
 */
class CsvBarsFuzzTest {

    private static final String COLUMNS =
            "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits,Capital Gains\n";

    @DictionaryEntries({
        "Date",
        "Open",
        "High",
        "Low",
        "Close",
        "Volume",
        "Adj Close",
        "Price",
        "Ticker",
        "Symbol",
        "Name",
        "time",
        "splitFactor",
        "2024-01-31",
        "31.01.2024",
        "01/02/2024",
        "Jan 31, 2024",
        "1706400000",
        "1795129200000",
        "27-Nov-26",
        "9/24/21",
        "Tuesday, ",
        "20210924 00:00",
        "USD 80.52",
        "805p",
        "#N/A",
        "1.234",
        "1,234",
        "1.234,5",
        "2.35M",
        "$1",
        "nan",
        "-inf",
        "sep=;",
        "\\x09",
        "|",
        "\\x22",
        "\\x0D\\x0A",
        "<html>",
        "#",
        "//",
        "Total",
        "1. open",
        "STX.Open",
        "Close_STX",
        "PX_LAST",
        "<TICKVOL>",
        "20240131 00:00",
        "PK\\x03\\x04",
        "\\x1F\\x8B\\x08"
    })
    @FuzzTest(maxDuration = "3m")
    void parse(byte[] bytes) {
        Retrieval retrieval;
        try {
            retrieval = parsedBothWays(bytes);
        } catch (InputRefused refused) {
            assertThat(PlainFile.read(bytes)).as("read by the short way alone").isEmpty();
            assertThat(refused.getMessage())
                    .startsWith("x.csv: ")
                    .containsPattern("(\\)|; and [0-9]+ more)$")
                    .hasSizeLessThan(4000)
                    .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]");
            return;
        }
        List<RawBar> bars = retrieval.bars();
        assertThat(bars).isNotEmpty();
        assertThat(retrieval.provenance()).containsEntry("rows", Integer.toString(bars.size()));
        bars.forEach(CsvBarsFuzzTest::requireNumbers);
        assertThat(rows(parsedBothWays(written(bars)).bars()))
                .as("written and read again")
                .isEqualTo(rows(bars));
    }

    /** As files are parsed; the short way of plain files must give what the way of all files gives. */
    private static Retrieval parsedBothWays(byte[] bytes) {
        Retrieval retrieval = CsvBars.parseAnyForm("x.csv", bytes);
        assertThat(CsvBars.parse("x.csv", bytes)).isEqualTo(retrieval);
        return retrieval;
    }

    private static void requireNumbers(RawBar bar) {
        assertThat(numbers(bar)).noneMatch(number -> Double.isInfinite(number) || Double.compare(number, -0.0) == 0);
        assertThat(List.of(bar.dividend(), bar.split(), bar.capitalGain())).noneMatch(number -> Double.isNaN(number));
        assertThat(bar.session().getYear()).isBetween(0, 9999);
        assertThat(bar.line()).isPositive();
    }

    private static byte[] written(List<RawBar> bars) {
        return (COLUMNS + String.join("\n", rows(bars))).getBytes(UTF_8);
    }

    private static List<String> rows(List<RawBar> bars) {
        return bars.stream()
                .map(bar ->
                        bar.session() + "," + numbers(bar).map(String::valueOf).collect(Collectors.joining(",")))
                .toList();
    }

    private static Stream<Double> numbers(RawBar bar) {
        return DoubleStream.of(
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.adjustedClose(),
                        bar.volume(),
                        bar.dividend(),
                        bar.split(),
                        bar.capitalGain())
                .boxed();
    }
}
