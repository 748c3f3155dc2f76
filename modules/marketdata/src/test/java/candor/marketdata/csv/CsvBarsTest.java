package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBarsTest {

    private static final RawBar BAR =
            new RawBar(2, LocalDate.of(2024, 1, 2), 10, 12, 9.5, 11, Double.NaN, 1000, 0, 0, 0);

    @Test
    void readsTheRequiredColumns() {
        Retrieval retrieval = parse("Date,Open,High,Low,Close,Volume\n2024-01-02,10,12,9.5,11,1000\n");

        assertThat(retrieval.source()).isEqualTo("csv");
        assertThat(retrieval.hasAdjustedClose()).isFalse();
        assertThat(retrieval).isInstanceOf(Retrieval.OneFile.class);
        assertThat(retrieval.bars()).containsExactly(BAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adj Close", "Adj_Close", "AdjClose", "ADJ CLOSE", "adj close", " Adj Close "})
    void readsTheAdjustedCloseUnderEachOfItsNames(String name) {
        Retrieval retrieval =
                parse("date,OPEN,high,low,CLOSE," + name + ",volume\n2024-01-02,10,12,9.5,11,10.75,1000\n");

        assertThat(retrieval.hasAdjustedClose()).isTrue();
        assertThat(retrieval.bars().getFirst().adjustedClose()).isEqualTo(10.75);
    }

    @Test
    void readsDividendsAndSplits() {
        RawBar bar = parse("""
            Date,Open,High,Low,Close,Volume,Dividends,Stock Splits
            2024-01-02,10,12,9.5,11,1000,0.25,2
            2024-01-03,10,12,9.5,11,1000,,
            """).bars().getFirst();

        assertThat(bar.dividend()).isEqualTo(0.25);
        assertThat(bar.split()).isEqualTo(2);
    }

    @Test
    void emptyActionMeansNone() {
        assertThat(parse("""
            Date,Open,High,Low,Close,Volume,Dividends,Stock Splits
            2024-01-02,10,12,9.5,11,1000,,nan
            """).bars()).containsExactly(BAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nan", "NaN", "NAN", "null", "NULL", " ", "N/A", "-", "None", "inf", "-inf", "Infinity"})
    void unknownNumbersAreNaN(String cell) {
        RawBar bar = parse("Date,Open,High,Low,Close,Volume\n2024-01-02," + cell + ",12,9.5,11," + cell + "\n")
                .bars()
                .getFirst();

        assertThat(bar.open()).isNaN();
        assertThat(bar.volume()).isNaN();
        assertThat(bar.close()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02",
                "2024-01-02 00:00:00-05:00",
                "2024-01-02 05:00:00+00:00",
                "2024-01-02T00:00:00Z",
                "2024-01-02T23:59",
                "2024-01-02 00:00:00.000-0500"
            })
    void takesTheDateAsItIsWritten(String date) {
        assertThat(parse("Date,Open,High,Low,Close,Volume\n" + date + ",10,12,9.5,11,1000\n")
                        .bars())
                .containsExactly(BAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10.0", "+10", "1e1", "1.0E+1", " 10 ", "10."})
    void readsPlainDecimals(String open) {
        assertThat(parse("Date,Open,High,Low,Close,Volume\n2024-01-02," + open + ",12,9.5,11,1000\n")
                        .bars())
                .containsExactly(BAR);
    }

    @Test
    void negativeZeroIsZero() {
        RawBar bar = parse("Date,Open,High,Low,Close,Volume,Dividends\n2024-01-02,10,12,9.5,11,1000,-0.0\n")
                .bars()
                .getFirst();

        assertThat(bar).isEqualTo(BAR);
    }

    @Test
    void byteOrderMarkLineEndsBlankLinesAndQuotesDoNotMatter() {
        assertThat(parse("\uFEFFDate,Open,High,Low,Close,Volume\r\n2024-01-02,10,12,9.5,11,1000\r\n")
                        .bars())
                .containsExactly(BAR);
        assertThat(parse("Date,Open,High,Low,Close,Volume\n\"2024-01-02\",\"10\",12,9.5,11,1000")
                        .bars())
                .containsExactly(BAR);
        assertThat(parse("\nDate,Open,High,Low,Close,Volume\n\n   \n2024-01-02,10,12,9.5,11,1000\n\n")
                        .bars()
                        .getFirst()
                        .line())
                .as("lines are counted as an editor counts them")
                .isEqualTo(5);
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(parse("""
            Date,Volume,Close,Low,High,Open
            2024-01-03,1000,11,9.5,12,10
            2024-01-02,1000,11,9.5,12,10
            """).bars())
                .extracting(RawBar::session)
                .containsExactly(LocalDate.of(2024, 1, 3), LocalDate.of(2024, 1, 2));
    }

    @Test
    void provenanceIdentifiesTheFileAndNothingElse() {
        byte[] bytes =
                "Date,Symbol,Open,High,Low,Close,Volume,Name\n2024-01-02,X,10,12,9.5,11,1000,Y\n".getBytes(UTF_8);

        assertThat(CsvBars.parse("/home/someone/inbox/x.csv", bytes).provenance())
                .isEqualTo(Map.of(
                        "file", "x.csv",
                        "bytes", Integer.toString(bytes.length),
                        "rows", "1",
                        "columns", "Date,Symbol,Open,High,Low,Close,Volume,Name",
                        "symbol", "X",
                        "name", "Y",
                        "sha256", "b71bbae1d75aeafb681ca7aae4767e4600f6180a165ef032d116c9f01ddadba1"));
        assertThat(CsvBars.parse("C:\\Users\\someone\\x.csv", bytes).provenance())
                .containsEntry("file", "x.csv");
    }

    private static Retrieval parse(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8));
    }
}
