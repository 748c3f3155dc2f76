package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFileTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n";
    private static final String ROW = "2024-01-31,10,12.5,9.75,11.0,10.25,1000,0.5,2\n";

    @Test
    void rowsBecomeBars() {
        List<RawBar> bars = bars(HEADER + ROW + "2024-02-29,,,,.5,12345678901234567890.25,7.,,1\n");
        assertThat(bars)
                .containsExactly(
                        new RawBar(2, LocalDate.of(2024, 1, 31), 10, 12.5, 9.75, 11, 10.25, 1000, 0.5, 2, 0),
                        new RawBar(
                                3,
                                LocalDate.of(2024, 2, 29),
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                0.5,
                                1.2345678901234567E19,
                                7,
                                0,
                                0,
                                0));
    }

    @Test
    void barsAreAListOfAnyLength() {
        int rows = 3 * ColumnarBars.ROWS + 1;
        List<RawBar> bars = bars(HEADER + ROW.repeat(rows));
        assertThat(bars).hasSize(rows).isInstanceOf(RandomAccess.class);
        assertThat(bars.stream().map(RawBar::line).toList().subList(rows - 2, rows))
                .containsExactly(rows, rows + 1);
        assertThat(bars.subList(5, 9)).isEqualTo(List.copyOf(bars).subList(5, 9));
        assertThatThrownBy(() -> bars.get(rows)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bars.set(0, bars.get(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER + "2024-01-31,10,12.5,9.75,11.0,10.25,1000,0.5,2", // the last line has no end
                HEADER + ROW + "\n\r\n\n", // blank lines at the end
                "Volume\tclose\tDATE\tOpen\tHigh\tlow\r\n1\t2.5\t2024-01-31\t3\t4\t5\r\n",
                "Date;Open;High;Low;Close;Volume\n2024-01-31;1.5;1.234;1.234;1.234;1\n"
            })
    void isReadFromItsBytes(String file) {
        assertThat(bars(file)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                HEADER,
                HEADER + "\n" + ROW, // the lines of bars are counted from the second on
                HEADER + ROW + "\n" + ROW,
                HEADER + ROW + "\r" + ROW,
                "\uFEFF" + HEADER + ROW,
                "\n" + HEADER + ROW,
                "Source: somewhere\n" + HEADER + ROW,
                "Date,Open,High,Low,Close,Volume\n2024-01-31,1,2,1,2,5\n", // whole prices can be anything
                "Date;Open;High;Low;Close;Volume\n2024-01-31;1.234;1.234;1.234;1.234;1\n", // more than a thousand?
                "Date,Open,High,Low,Close,Volume,Name\n2024-01-31,1.5,2,1,2,5,STX\n",
                "Date,Open,High,Low,Close,Volume,Close\n2024-01-31,1.5,2,1,2,5,2\n",
                "Date,Open,High,Low,Volume\n2024-01-31,1.5,2,1,5\n",
                "\"Date\",Open,High,Low,Close,Volume\n2024-01-31,1.5,2,1,2,5\n"
            })
    void leavesTheRest(String file) {
        assertThat(PlainFile.read(file.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-1-31",
                "2024-13-31",
                "2024-00-31",
                "2023-02-29",
                "2024-01-00",
                "2024-01-32",
                "2024/01/31",
                "20240131",
                "2024-01-31 ",
                "31-01-2024",
                "1799-12-31",
                "2200-01-01",
                "2O24-01-31",
                "2024-01-3",
                ""
            })
    void leavesOtherDates(String date) {
        assertThat(PlainFile.read((HEADER + ROW + ROW.replace("2024-01-31", date)).getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1", "+1", "1e3", "1,5", " 1", "1 ", ".", "1.2.3", "nan", "\"1\"", "$1", "1K", "\u0661", "\0", "1\r"
            })
    void leavesOtherNumbers(String number) {
        assertThat(PlainFile.read((HEADER + ROW + ROW.replace("12.5", number)).getBytes(UTF_8)))
                .isEmpty();
    }

    private static List<RawBar> bars(String file) {
        return PlainFile.read(file.getBytes(UTF_8)).orElseThrow().bars();
    }
}
