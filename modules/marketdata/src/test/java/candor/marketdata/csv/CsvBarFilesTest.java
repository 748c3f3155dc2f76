// SPDX-License-Identifier: GPL-3.0-or-later
package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import candor.store.failure.InputRefused;
import candor.store.port.BarFileReader.SymbolBars;
import candor.store.port.RawBar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several symbols in a file: the rows of one say nothing of another's. */
class CsvBarFilesTest {

    private static final String HEADING = "symbol,date,open,high,low,close,volume\n";

    private final CsvBarFiles reader = new CsvBarFiles();

    @Test
    void theRowsOfEachSymbolKeepTheirLines() {
        List<SymbolBars> read = bars(HEADING
                + "STX,2024-01-02,1,2,1,2,10\nWDC,2024-01-02,5,6,5,6,50\n\nSTX,2024-01-03,2,3,2,3,20\n"
                + "WDC,2024-01-03,6,7,6,7,60\n");

        assertThat(read).extracting(SymbolBars::symbol).containsExactly("STX", "WDC");
        assertThat(read).extracting(SymbolBars::line).containsExactly(2, 3);
        assertThat(rows(read.get(0))).extracting(RawBar::line).containsExactly(2, 5);
        assertThat(rows(read.get(0))).extracting(RawBar::close).containsExactly(2.0, 3.0);
        assertThat(rows(read.get(1))).extracting(RawBar::line).containsExactly(3, 6);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedLosesItsSymbolAlone() {
        List<SymbolBars> read = bars(HEADING + "STX,2024-01-02,1,2,1,2,10\nWDC,\"2024-01-02,5,6,5,6,50\n"
                + "IBM,2024-01-02,5,6,5,6,50\n\"XOM,2024-01-02,5,6,5,6,50\nSTX,2024-01-03,2,3,2,3,20\n");

        assertThat(rows(read.get(0))).hasSize(2);
        assertThat(read.get(1))
                .isEqualTo(new SymbolBars.Unreadable(
                        "WDC",
                        3,
                        "line 3: a quotation mark is opened and not closed in this line; close it, or use none"));
        assertThat(rows(read.get(2))).hasSize(1);
        assertThat(read.get(3)).isInstanceOf(SymbolBars.Unreadable.class);
        assertThat(read.get(3).symbol()).isEqualTo("XOM");
    }

    @Test
    void aRaggedRowAndABadNumberLoseTheirSymbolAlone() {
        List<SymbolBars> read = bars(HEADING + "STX,2024-01-02,1,2,1,2,10\nWDC,2024-01-02,5,6\n"
                + "IBM,2024-01-02,5,x,5,6,50\nSTX,2024-01-03,2,3,2,3,20\n");

        assertThat(rows(read.get(0))).hasSize(2);
        assertThat(why(read.get(1))).startsWith("line 3: 4 cells where the header has 7");
        assertThat(why(read.get(2))).startsWith("line 4, column High: ");
    }

    /** 1,200 lines of rubbish behind a good table were 1,200 symbols, too many, and the whole file was rejected. */
    @Test
    void linesOfRubbishAreNoSymbolsAndLoseNoOther() {
        String rubbish = IntStream.range(0, 1200).mapToObj(i -> "rubbish " + i).collect(Collectors.joining("\n"));

        List<SymbolBars> read = bars(HEADING + "STX,2024-01-02,1,2,1,2,10\n" + rubbish);

        assertThat(read).hasSize(1 + 1200);
        assertThat(rows(read.getFirst())).hasSize(1);
        assertThat(why(read.get(1)))
                .isEqualTo("line 3: 1 cell where the header has 7; look for a missing or an extra separator");
    }

    @Test
    void datesAndNumbersAreReadAsARunReadsThem() {
        String dates = IntStream.rangeClosed(2, 26)
                .mapToObj(day -> "STX;" + day + ".01.2024;1.234,5;1.240,0;1.230,0;1.235,0;1.000")
                .collect(Collectors.joining("\n"));

        List<SymbolBars> read = bars("Ticker;Date;Open;High;Low;Close;Vol.\n" + dates);

        RawBar first = rows(read.getFirst()).getFirst();
        assertThat(first.session()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(first.open()).isEqualTo(1234.5);
        assertThat(first.volume()).isEqualTo(1000);
    }

    @Test
    void aTextWithoutAHeadingOfBarsIsNone() {
        assertThat(reader.bars("symbol,asOf\nSTX,2024-01-02\n")).isEmpty();
        assertThat(reader.bars("date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'symbol,date,close\nSTX,2018-03-01,1\n' | the input has no column Open, High, Low",
                "'symbol,date,open,high,low,close,volume\n' | a header and no rows",
            })
    void whatIsNoTableOfBarsIsRefused(String text, String message) {
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> bars(text))
                .withMessageContaining(message);
    }

    @Test
    void moreSymbolsThanAreReadAreRefused() {
        String rows = IntStream.rangeClosed(0, CsvBarFiles.MOST_SYMBOLS)
                .mapToObj(i -> "S" + i + ",2024-01-02,1,2,1,2,10\n")
                .collect(Collectors.joining());

        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> bars(HEADING + rows))
                .withMessageContaining("bars of 1001 symbols, at most 1000 are read; split it into several files");
    }

    @Test
    void textIsDecodedAsARunDecodesIt() {
        assertThat(reader.text("\uFEFFsymbol".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("symbol");
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> reader.text(new byte[0]))
                .withMessageContaining("the input: the file is empty");
        assertThatExceptionOfType(InputRefused.class)
                .isThrownBy(() -> reader.text(new byte[] {'a', 0}))
                .withMessageContaining("the input");
        assertThat(reader.text(new byte[] {'S', (byte) 0xfc, 'd'})).isEqualTo("S\u00FCd");
    }

    private List<SymbolBars> bars(String text) {
        return reader.bars(reader.text(text.getBytes(UTF_8))).orElseThrow();
    }

    private static List<RawBar> rows(SymbolBars bars) {
        assertThat(bars).isInstanceOf(SymbolBars.Read.class);
        return ((SymbolBars.Read) bars).retrieval().bars();
    }

    private static String why(SymbolBars bars) {
        assertThat(bars).isInstanceOf(SymbolBars.Unreadable.class);
        return ((SymbolBars.Unreadable) bars).why();
    }
}
