package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file leaves open is decided by proof in it, or refused with both readings. */
class CsvAmbiguityTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final String SEMICOLONS = "Date;Open;High;Low;Close;Volume\n";
    private static final String DATE_REMEDY = ", and no date of the file says which (write year-month-day, as in ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2024-01-02;1.234;2;1;1;7 # line 2, column Open: '1.234' is 1.234 or 1234",
                "2024-01-02;2;2;1;1;1,500 # line 2, column Volume: '1,500' is 1500 or 1.5",
                "2024-01-02;12;999,999;1;1;7 # line 2, column High: '999,999' is 999999 or 999.999"
            })
    void aDecimalSignThatNoCellProves(String row, String finding) {
        assertThat(refusal(SEMICOLONS + row + "\n"))
                .isEqualTo("x.csv: " + finding
                        + ", and no number of the file says which (write plain decimals such as 1234.56)");
    }

    @Test
    void commasInQuotesBetweenCommas() {
        assertThat(refusal(HEADER + "2024-01-02,12,13,11,12,\"1,234\"\n"))
                .startsWith("x.csv: line 2, column Volume: '1,234' is 1234 or 1.234, and no number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1.5 # 1.234 # 1.234",
                "1,5 # 1.234 # 1234",
                "0,125 # 1.234 # 1234",
                "0.125 # 1.234 # 1.234",
                "1234,567 # 1.234 # 1234",
                "1.234.567 # 1,234 # 1.234",
                "1,234,567 # 1,234 # 1234",
                "1,234.5 # 1,234 # 1234",
                "1.234,5 # 1,234 # 1.234",
                "$1.50 # 1,234 # 1234",
                "1,50 \u20ac # 1,234 # 1.234",
                "1e3 # 1'234 # 1234",
                "1.5E+3 # 1,234 # 1234",
                "-1.5 # 1 234 # 1234"
            })
    void oneCellProvesTheSignOfAll(String proof, String cell, double value) {
        RawBar bar = bars(SEMICOLONS + "2024-01-02;" + proof + ";1;1;" + cell + ";7\n")
                .getFirst();

        assertThat(bar.close()).isEqualTo(value);
    }

    @Test
    void betweenCommasAPointIsDecimalUnlessACellProvesOtherwise() {
        String row = "2024-01-02,1.234,2,1,1,7\n";

        assertThat(bars(HEADER + row).getFirst().open()).isEqualTo(1.234);
        assertThat(bars(HEADER + row + "2024-01-03,\"1,5\",2,1,1,7\n")
                        .getFirst()
                        .open())
                .isEqualTo(1234);
    }

    @Test
    void signsThatContradictEachOther() {
        assertThat(refusal(SEMICOLONS + "2024-01-02;1.5;2;1;1;7\n2024-01-03;1;2;1;1,5;7\n"))
                .isEqualTo("x.csv: line 2, column Open: '1.5' has a decimal point, but '1,5' on line 3, column Close,"
                        + " a decimal comma (write all numbers alike, best as 1234.56)");
    }

    @Test
    void datesThatEveryOrderAllows() {
        assertThat(refusal(HEADER + row("02/02/2024") + row("03/04/2024") + row("03/05/2024")))
                .isEqualTo("x.csv: line 3, column Date: '03/04/2024' is 2024-03-04 or 2024-04-03" + DATE_REMEDY
                        + "2024-03-04)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "-"})
    void oneDateProvesTheOrderOfAll(String sign) {
        String monthFirst = HEADER + row("03/04/2024") + row("03/15/2024");
        String dayFirst = HEADER + row("04/03/2024") + row("15/03/2024");

        for (String text : List.of(monthFirst, dayFirst)) {
            assertThat(bars(text.replace("/", sign)))
                    .extracting(RawBar::session)
                    .containsExactly(LocalDate.of(2024, 3, 4), LocalDate.of(2024, 3, 15));
        }
    }

    @Test
    void datesThatContradictEachOther() {
        assertThat(refusal(HEADER + row("03/15/2024") + row("15/03/2024")))
                .isEqualTo("x.csv: column Date: '03/15/2024' on line 2 has the month first, but '15/03/2024' on line 3"
                        + " the day first (write all dates alike, best as 2024-01-31)");
    }

    @Test
    void datesWrittenInSeveralWays() {
        assertThat(refusal(HEADER + row("2024-01-02") + row("03/01/2024")))
                .isEqualTo("x.csv: line 3, column Date: '03/01/2024' is not written like '2024-01-02' of line 2"
                        + " (write all dates alike)");
    }

    /** The weekdays from 1 to 12 October 2018 are in order with the day first as well, but for three on weekends. */
    @Test
    void weekendsProveTheOtherOrder() {
        List<LocalDate> days = weekdays(LocalDate.of(2018, 10, 1), LocalDate.of(2018, 10, 12));

        for (String pattern : List.of("MM/dd/uuuu", "dd/MM/uuuu")) {
            assertThat(bars(HEADER + rows(days, pattern)))
                    .extracting(RawBar::session)
                    .isEqualTo(days);
        }
    }

    /** Four bars are in order with the day first as well, and two of them on weekends: too few to prove anything. */
    @Test
    void fewWeekendsProveNothing() {
        List<LocalDate> days = weekdays(LocalDate.of(2018, 10, 8), LocalDate.of(2018, 10, 11));

        assertThat(refusal(HEADER + rows(days, "MM/dd/uuuu")))
                .isEqualTo("x.csv: line 2, column Date: '10/08/2018' is 2018-10-08 or 2018-08-10" + DATE_REMEDY
                        + "2018-10-08)");
    }

    /** The first two weeks of each of two months: with day and month swapped they go back and forth. */
    @Test
    void disorderProvesTheOtherOrder() {
        List<LocalDate> days = Stream.of(1, 2, 3, 4)
                .flatMap(month -> weekdays(LocalDate.of(2024, month, 8), LocalDate.of(2024, month, 11)).stream())
                .toList();

        assertThat(bars(HEADER + rows(days, "dd/MM/uuuu")))
                .extracting(RawBar::session)
                .isEqualTo(days);
        assertThat(bars(HEADER + rows(days.reversed(), "MM/dd/uuuu")))
                .extracting(RawBar::session)
                .isEqualTo(days.reversed());
    }

    @Test
    void datesThatAreTheSameInBothOrdersNeedNoProof() {
        assertThat(bars(HEADER + row("01/01/2024") + row("02/02/2024")))
                .extracting(RawBar::session)
                .containsExactly(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 2));
    }

    @Test
    void momentsThatFallOnAWeekend() {
        assertThat(refusal("time,open,high,low,close,volume\n" + row("1706400000")))
                .isEqualTo("x.csv: line 2, column Date: '1706400000' is on 2024-01-28 in UTC, which is no weekday, and"
                        + " does not say the exchange's day (write year-month-day, as in 2024-01-31)");
    }

    @Test
    void columnsThatStandTwice() {
        assertThat(refusal("""
                        Date,Open,Open,High,Low,Close,Volume
                        2024-01-02,10,10,12,9.5,11,1000
                        2024-01-03,10,,12,9.5,11,1000
                        """))
                .isEqualTo(
                        "x.csv: line 1: columns 'Open' and 'Open', cells 2 and 3, are both Open but differ: line 3 has"
                                + " '10' and nothing (say which is right with --columns open=2 or open=3)");
        assertThat(refusal("Date,Open,High,Low,Close,Volume,Price\n2024-01-02,10,12,9.5,11,1000,12\n"))
                .isEqualTo(
                        "x.csv: line 1: columns 'Close' and 'Price', cells 5 and 7, are both Close but differ: line 2"
                                + " has '11' and '12' (say which is right with --columns close=5 or close=7)");
        assertThat(refusal("Date,Datetime,Open,High,Low,Close,Volume\n2024-01-02,2024-01-03,10,12,9.5,11,1000\n"))
                .contains("'Date' and 'Datetime', cells 1 and 2, are both Date but differ");
    }

    @Test
    void aColumnThatSaysTheSameTwiceIsRead() {
        assertThat(bars("Date,Open,High,Low,Close,Close/Last,Volume\n2024-01-02,10,12,9.5,11.0,$11.00,1000\n"))
                .hasSize(1);
        assertThat(bars("Date;Open;High;Low;Close;Price;Volume\n2024-01-02;10;12;9;1.234;1.234,0;7\n"))
                .extracting(RawBar::close)
                .containsExactly(1234.0);
    }

    @Test
    void severalSymbols() {
        String header = "Date,Ticker,Open,High,Low,Close,Volume\n";
        String row = "2024-01-02,%s,10,12,9,11,7\n";

        assertThat(refusal(header + row.formatted("A") + row.formatted("") + row.formatted("B") + row.formatted("A")))
                .isEqualTo(
                        "x.csv: line 4: bars of several symbols: 'A', 'B' (name one with --symbol, or give a file for each symbol)");
        assertThat(refusal(header
                        + Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I")
                                .map(row::formatted)
                                .collect(Collectors.joining())))
                .endsWith(
                        "'A', 'B', 'C', 'D', 'E' and others (name one with --symbol, or give a file for each symbol)");
        assertThat(refusal("Price,Close,Close,High,High\nTicker,AAPL,MSFT,AAPL,MSFT\nDate,,,,\n2024-01-02,1,2,1,2\n"))
                .isEqualTo(
                        "x.csv: line 2: bars of several symbols: 'AAPL', 'MSFT' (name one with --symbol, or give a file for each symbol)");
        assertThat(refusal("Ticker,AAPL,AAPL,MSFT\nPrice,Open,Close,Close\nDate,,,\n2024-01-02,1,2,1\n"))
                .isEqualTo(
                        "x.csv: line 1: bars of several symbols: 'AAPL', 'MSFT' (name one with --symbol, or give a file for each symbol)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<!DOCTYPE html><html><body><p>Please  wait</p></body></html> # this is a web page, not a CSV file:"
                        + " 'Please wait' (download the prices as CSV with a browser, or from another provider)",
                "{\"Note\": \"Slow down\"} # this is JSON, not a CSV file: '{\"Note\": \"Slow down\"}'"
                        + " (mind what it says, and ask the provider for CSV)",
                "[] # this is JSON, not a CSV file: '[]' (mind what it says, and ask the provider for CSV)",
                "%PDF-1.7 # this is a PDF document, not a CSV file (download the prices as CSV)",
                "PAR1 # this is a Parquet file, not a CSV file (write it as CSV: python3 -c"
                        + " \"import pandas; pandas.read_parquet('x.csv').to_csv('x-plain.csv')\")"
            })
    void whatIsNoCsvFile(String text, String finding) {
        assertThat(refusal(text)).isEqualTo("x.csv: " + finding);
    }

    @Test
    void packedFilesHaveALimitAndAnEnd() {
        byte[] bomb = CsvDialectsTest.gzip(new byte[CsvBars.MAX_BYTES + 1]);
        byte[] whole = CsvDialectsTest.gzip((HEADER + row("2024-01-02")).getBytes(UTF_8));

        assertThat(refusal(bomb))
                .isEqualTo("x.csv: the file unpacks to more than 16777216 bytes"
                        + " (give the daily bars of one symbol only)");
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 9)))
                .isEqualTo("x.csv: a gzip file that is cut off or damaged"
                        + " (pack it again, or give the CSV file itself)");
        assertThat(refusal(new byte[] {0x1F, (byte) 0x8B})).contains("cut off or damaged");
    }

    private static String row(String date) {
        return date + ",10,12,9,11,7\n";
    }

    private static String rows(List<LocalDate> days, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return days.stream().map(format::format).map(CsvAmbiguityTest::row).collect(Collectors.joining());
    }

    private static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    private static List<RawBar> bars(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8)).bars();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    private static String refusal(byte[] bytes) {
        return String.valueOf(catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("x.csv", bytes))
                .getMessage());
    }
}
