package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same bars in every dialect, separator, line end and packing are the same bars. */
class CsvDialectsTest {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyWayToWriteABarIsReadBack(Dialect dialect) {
        SplittableRandom random = new SplittableRandom(dialect.name().hashCode());
        for (char separator : SEPARATORS) {
            for (String lineEnd : LINE_ENDS) {
                List<RawBar> bars = RandomBars.of(random, random.nextInt(25, 60));
                String text = dialect.write(bars, separator).replace("\n", lineEnd);
                List<RawBar> kept = bars.stream().map(dialect::kept).toList();

                for (byte[] packed : packings(text)) {
                    assertThat(CsvBars.parse("x.csv", packed).bars())
                            .as("%s, %s", dialect, text)
                            .isEqualTo(kept);
                }
            }
        }
    }

    /** As Nasdaq and Alpha Vantage write them. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void newestFirst(Dialect dialect) {
        List<RawBar> bars = new ArrayList<>(
                RandomBars.of(new SplittableRandom(dialect.name().hashCode()), 30));
        Collections.reverse(bars);

        assertThat(parse(dialect.write(bars, ',')).bars())
                .extracting(RawBar::session)
                .isEqualTo(bars.stream().map(RawBar::session).toList());
    }

    /** Bars that were read, written as Yahoo writes and read again, are what they were. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatWasReadCanBeWrittenAndReadAgain(Dialect dialect) {
        List<RawBar> bars = RandomBars.of(new SplittableRandom(7), 40);
        List<RawBar> read = parse(dialect.write(bars, ',')).bars();

        assertThat(parse(Dialect.ALPHA_VANTAGE.write(read, ',')).bars())
                .isEqualTo(read.stream()
                        .map(bar -> Dialect.ALPHA_VANTAGE.kept(
                                bar.withLine(bar.line() - read.getFirst().line() + 2)))
                        .toList());
    }

    @Test
    void provenanceTellsWhatWasNotUsual() {
        List<RawBar> bars = RandomBars.of(new SplittableRandom(1), 30);

        assertThat(parse(Dialect.INVESTING_GERMAN.write(bars, ';')).provenance())
                .containsEntry("decimalSign", "comma")
                .containsEntry("dateOrder", "day first")
                .containsEntry("ignoredColumns", "Change %");
        assertThat(parse(Dialect.NASDAQ.write(bars, ',')).provenance())
                .containsEntry("currency", "USD")
                .doesNotContainKeys("decimalSign", "dateOrder", "ignoredColumns");
        assertThat(parse(Dialect.YFINANCE_TWO_LINES.write(bars, ',')).provenance())
                .containsEntry("symbol", "BRK-B");
        assertThat(parse(Dialect.STOOQ_BULK.write(bars, ',')).provenance())
                .containsEntry("symbol", "STX")
                .containsEntry("ignoredColumns", "<PER>,<TIME>,<OPENINT>");
        assertThat(parse(Dialect.SAME_TWICE.write(bars, ',')).provenance())
                .containsEntry("sameColumns", "Close=Close/Last");
    }

    @Test
    void excelNamesItsSeparatorInALineOfItsOwn() {
        List<RawBar> bars = RandomBars.of(new SplittableRandom(2), 30);

        assertThat(parse("sep=;\n" + Dialect.GERMAN_SHEET.write(bars, ';')).bars())
                .extracting(RawBar::close)
                .isEqualTo(bars.stream().map(RawBar::close).toList());
    }

    @Test
    void volumesInUnitsAreExact() {
        String rows = "01/16/2024,2.5,2,3,1,\"2.35M\",1%\n01/17/2024,2.5,2,3,1,1.005B,1%\n01/18/2024,2.5,2,3,1,-,1%\n";

        assertThat(parse("Date,Price,Open,High,Low,Vol.,Change %\n" + rows).bars())
                .extracting(RawBar::volume)
                .containsExactly(2_350_000.0, 1_005_000_000.0, Double.NaN);
    }

    @Test
    void bracketsOfStooqAreNoWebPage() {
        assertThat(parse("<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n20240131,1.5,2,1,1.5,7\n")
                        .bars())
                .hasSize(1);
    }

    private static List<byte[]> packings(String text) {
        return List.of(
                text.getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_16LE),
                ("\uFEFF" + text).getBytes(UTF_16BE),
                gzip(text.getBytes(UTF_8)));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static Retrieval parse(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8));
    }
}
