package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around the bars of a file, and files without names of columns: the bars are those of the plain file. */
class CsvLayoutTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final String ROWS = """
            2024-01-02,20.00,20.60,19.80,20.40,1000
            2024-01-03,20.45,21.30,20.20,21.10,1100
            2024-01-04,21.05,21.20,19.90,20.10,1200
            2024-01-05,20.05,20.30,19.40,19.60,1300
            2024-01-08,19.65,21.00,19.50,20.90,1400
            2024-01-09,20.85,21.80,20.70,21.70,1500
            """;
    private static final String PLAIN = HEADER + ROWS;

    @Test
    void titlesAndDisclaimersStandAboveTheHeader() {
        Retrieval read = parse("""
                "Some Data Download"
                "STX - Historical Price and Volume Data"

                "Disclaimer: provided 'as is', for information"
                Prices in dollars,,,,,

                """ + PLAIN);

        assertSameBars(read);
        assertThat(read.provenance()).containsEntry("comments", "4 lines, the first 'Some Data Download'");
    }

    @Test
    void commentsStandAnywhere() {
        Retrieval read = parse("# exported \"today\"\n" + HEADER + "// the start\n" + ROWS.replaceFirst("\n", "\n#\n"));

        assertSameBars(read);
        assertThat(read.provenance()).containsEntry("comments", "3 lines, the first '# exported \"today\"'");
    }

    @Test
    void aHeaderCanBeAComment() {
        assertSameBars(parse("# " + PLAIN));
    }

    @Test
    void emptyLinesAndLinesOfSeparatorsAreNothing() {
        assertSameBars(parse(PLAIN.replace("\n", "\n\n,,,,,\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Downloaded from Barchart.com as of 11-27-2026 05:29pm CST\"",
                "Downloaded from a site, with thanks",
                "1297",
                "Total,,,,,7500",
                "Total,7500",
                "Average,20,21,19,20,1250",
                "Source: an exchange,,,,,",
                "\nNote: volumes are rounded\nSource: an exchange"
            })
    void footersAreLeftOutAndNamed(String footer) {
        Retrieval read = parse(PLAIN + footer + "\n");

        assertSameBars(read);
        assertThat(read.provenance().get("footer")).isNotNull().contains(" line");
    }

    @Test
    void provenanceNamesTheFooter() {
        assertThat(parse(PLAIN + "Total,,,,,7500\n").provenance()).containsEntry("footer", "1 line: 'Total,,,,,7500'");
    }

    /** A file that was cut off must not lose its last row in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "20", "2024", "2024-01-1", "2024-01-10", "2024-01-10,21.65,", "2025", "23"})
    void aRowThatWasCutOffIsNoFooter(String row) {
        assertThat(refusal(PLAIN + row)).contains("line 8").contains(" where the header has 6");
    }

    /** Wherever a file is cut off, the row that was begun is a bar or refuses the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Open,High,Low,Close,Volume | $1-$2-$3,$4,$5",
                "Date,Open,High,Low,Close,Volume | $2/$3/$1,$4,$5",
                "Date,Open,High,Low,Close,Volume | $1$2$3,$4,$5",
                "Date;Open;High;Low;Close;Volume | $3-Jan-$1;$4;$5",
                "Date;Open;High;Low;Close;Volume | January $3 $1;$4;$5",
                "Ticker,Date,Open,High,Low,Close,Volume | NOTE,$1-$2-$3,$4,$5",
                "Ticker,Date,Name,Open,High,Low,Close,Volume | TOTAL,$1-$2-$3,Total return fund,$4,$5",
                "Volume,Date,Open,High,Low,Close | 7,$1-$2-$3,$4",
                ",Open,High,Low,Close,Volume | $1-$2-$3 00:00:00-05:00,$4,$5",
                "'' | $1.$2.$3,00:00,$4,$5",
                "'' | $1$2$3;$4;$5"
            })
    void aFileThatIsCutOffLosesNoRow(String header, String row) {
        char separator = (header + row).indexOf(';') < 0 ? ',' : ';';
        String rows = ROWS.replaceAll("(?m)^(....)-(..)-(..),(.*?,.*?,.*?,.*?),(.*?)$", row)
                .replace(',', separator);
        String text = header + (header.isEmpty() ? "" : "\n") + rows;
        int begin = text.length() - rows.length() + rows.indexOf('\n') + 1;
        for (int end = begin; end < text.length(); end++) {
            String part = text.substring(0, end);
            long begun = part.substring(text.length() - rows.length()).lines().count();
            try {
                assertThat(parse(part).bars()).as(part).hasSize((int) begun);
            } catch (InputRefused refused) {
                assertThat(refused).hasMessageStartingWith("x.csv: ");
            }
        }
    }

    @Test
    void aSymbolThatWasCutOffIsNoFooter() {
        String text = "Ticker,Date,Open,High,Low,Close\nAXON,2024-01-02,1,1,1,1\n";

        assertThat(refusal(text + "AXON")).contains("line 3: 1 cell ");
        assertThat(refusal(text + "AXO")).contains("line 3: 1 cell ");
        assertThat(refusal(text.replace("2024-01-02", "\"Jan 2, 2024\"") + "Feb 1"))
                .contains("line 3: 1 cell ");
    }

    @Test
    void whatIsNoBarAmongBarsIsRefusedAndTheRemedyWorks() {
        String text = PLAIN.replace("2024-01-04", "Stock split 2:1\n2024-01-04");

        assertThat(refusal(text))
                .isEqualTo("x.csv: line 4: 'Stock split 2:1' is no bar, and bars follow it (take the line out)");
        assertSameBars(parse(text.replace("Stock split 2:1\n", "")));
    }

    @Test
    void aHeaderThatIsRepeatedIsSkipped() {
        Retrieval read = parse(PLAIN.replace("2024-01-05", HEADER + "2024-01-05"));

        assertSameBars(read);
        assertThat(read.provenance()).containsEntry("repeatedHeaders", "1");
    }

    @Test
    void anotherHeaderAmongBarsIsRefused() {
        assertThat(refusal(PLAIN.replace("2024-01-05", "Date,Close,High,Low,Open,Volume\n2024-01-05")))
                .isEqualTo("x.csv: line 5: another header, 'Date,Close,High,Low,Open,Volume', than"
                        + " 'Date,Open,High,Low,Close,Volume' of line 1"
                        + " (give what follows as a file of its own, or bring its columns into the same order)");
    }

    @Test
    void barsAboveTheHeaderAreNotLost() {
        String first = "2024-01-02,20.00,20.60,19.80,20.40,1000\n";

        assertThat(refusal(first + PLAIN.replace(first, "")))
                .isEqualTo("x.csv: line 1: '2024-01-02,20.00,20.60,19.80,20.40,1000' stands above the header of line 2"
                        + " (put the header first)");
    }

    @Test
    void aFileWithoutVolumesIsRead() {
        List<RawBar> bars = parse(PLAIN.replaceAll("(?m),[^,]*$", "")).bars();

        assertThat(bars).allSatisfy(bar -> assertThat(bar.volume()).isNaN());
        assertThat(bars).extracting(RawBar::close).containsExactly(20.4, 21.1, 20.1, 19.6, 20.9, 21.7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LEAN | $1 00:00,$2,$3,$4,$5,$6 | yes",
                "NinjaTrader | $1;$2;$3;$4;$5;$6 | yes",
                "MetaTrader 4 | $1,00:00,$2,$3,$4,$5,$6 | .",
                "date, four prices, volume | $1,$2,$3,$4,$5,$6 | no",
                "Stooq | STX.US,D,$1,000000,$2,$3,$4,$5,$6,0 | yes"
            })
    void filesWithoutAHeaderInKnownForms(String form, String row, String digits) {
        String between = digits.equals("yes") ? "" : digits.equals("no") ? "-" : digits;
        String text = ROWS.replaceAll("(?m)^(.*?),(.*?),(.*?),(.*?),(.*?),(.*?)$", row)
                .replaceAll("([0-9]{4})-([0-9]{2})-([0-9]{2})", "$1" + between + "$2" + between + "$3");
        Retrieval read = parse(text);

        assertThat(read.provenance()).containsEntry("headerless", form);
        assertSameBars(read);
    }

    @Test
    void filesWithoutAHeaderNewestFirst() {
        List<String> lines = ROWS.lines().toList();

        assertThat(parse(String.join("\n", lines.reversed())).bars().reversed())
                .extracting(RawBar::open)
                .containsExactly(20.0, 20.45, 21.05, 20.05, 19.65, 20.85);
    }

    /** Yfinance writes the close first: without its header such a file would be read with open and close exchanged. */
    @Test
    void closeAndOpenAreNotExchanged() {
        String closeFirst = ROWS.replaceAll("(?m)^(.*?),(.*?),(.*?),(.*?),(.*?),(.*?)$", "$1,$5,$3,$4,$2,$6");
        String columns = "date=1,open=2,high=3,low=4,close=5,volume=6";

        assertThat(refusal(closeFirst))
                .isEqualTo("x.csv: line 1: data where the column names should be: it looks like date, four prices,"
                        + " volume, but the open and the close could be exchanged (say which column is which, as in"
                        + " --columns " + columns
                        + ", or put a header line above it, such as Date,Open,High,Low,Close,Volume)");
        assertSameBars(parse(closeFirst, CsvChoices.parse("date=1,open=5,high=3,low=4,close=2,volume=6")));
        assertSameBars(parse("Date,Close,High,Low,Open,Volume\n" + closeFirst));
    }

    @Test
    void pricesThatDoNotFitTheFormAreRefused() {
        String highLast = ROWS.replaceAll("(?m)^(.*?),(.*?),(.*?),(.*?),(.*?),(.*?)$", "$1,$2,$5,$4,$3,$6");

        assertThat(refusal(highLast))
                .contains("it looks like date, four prices, volume, but line 1 would have high 20.4 and low 19.8 beside"
                        + " open 20.0 and close 20.6 (say which");
        assertSameBars(parse(highLast, CsvChoices.parse("date=1,open=2,high=5,low=4,close=3,volume=6")));
    }

    @Test
    void anUnknownFormIsRefusedWithAnExampleThatWorks() {
        String unknown = ROWS.replaceAll("(?m)^(.*?),", "x,$1,y,");
        String message = refusal(unknown);

        assertThat(message).startsWith("x.csv: line 1: data where the column names should be: 'x,2024-01-02,y,20.00,");
        assertSameBars(parse(unknown, CsvChoices.parse(remedy(message))));
        assertSameBars(parse("a title,,,,,,,\n" + unknown, CsvChoices.parse(remedy(message))));
    }

    @Test
    void tickVolumesCountWhereVolumesAreNone() {
        String header = "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n";
        String row = "2024.01.%02d\t1.5\t2\t1\t1.5\t%d\t%d\t1\n";

        Retrieval none = parse(header + row.formatted(2, 70, 0) + row.formatted(3, 80, 0));
        assertThat(none.bars()).extracting(RawBar::volume).containsExactly(70.0, 80.0);
        assertThat(none.provenance()).containsEntry("volume", "tick volume, as no row has another");
        Retrieval some = parse(header + row.formatted(2, 70, 0) + row.formatted(3, 80, 9));
        assertThat(some.bars()).extracting(RawBar::volume).containsExactly(0.0, 9.0);
        assertThat(some.provenance()).doesNotContainKey("volume");
    }

    @Test
    void barsWithinDaysAreNamedAsSuch() {
        String within = "2024-01-02,09:30,1,1,1,1,7\n2024-01-02,10:30,1,1,1,1,7\n2024-01-02,11:30,1,1,1,1,7\n";

        assertThat(refusal("Date,Time,Open,High,Low,Close,Volume\n" + within))
                .isEqualTo("x.csv: column Date: intraday rows: 1 of 1 day has several times of day, as in '09:30' on"
                        + " line 2 and '10:30' on line 3 (export daily bars)");
        assertThat(refusal(within)).contains("intraday rows: 1 of 1 day");
    }

    /** Yfinance during a session: the day as it was closed the day before, and the day so far. */
    @Test
    void oneDayAtTwoTimesIsLeftToCleaning() {
        assertThat(parse(HEADER + ROWS.replaceAll("(?m)^(.{10}),", "$1 00:00:00-05:00,")
                                + "2024-01-09 13:05:10-05:00,20.85,21.80,20.70,21.70,1500\n")
                        .bars())
                .hasSize(7);
    }

    @Test
    void namesInWindows1252AreRead() {
        String text = PLAIN.replace("Volume", "Volume,Gesellschaft").replaceAll("(?m)00$", "00,S\u00fcd \u20ac");
        Retrieval read = CsvBars.parse("x.csv", text.getBytes(Charset.forName("windows-1252")));

        assertSameBars(read);
        assertThat(read.provenance()).containsEntry("encoding", "windows-1252");
        assertThat(parse(text).provenance()).doesNotContainKey("encoding");
    }

    /** The options of the remedy that a message names. */
    private static String remedy(String message) {
        return message.replaceAll("(?s).*--columns ([^ ,]+(?:,[a-z]+=[0-9]+)*).*", "$1");
    }

    private static void assertSameBars(Retrieval read) {
        List<RawBar> plain = parse(PLAIN).bars();
        assertThat(read.bars().stream().map(bar -> bar.withLine(0)))
                .isEqualTo(plain.stream().map(bar -> bar.withLine(0)).toList());
    }

    private static Retrieval parse(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8));
    }

    private static Retrieval parse(String text, CsvChoices choices) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8), choices);
    }

    private static String refusal(String text) {
        return String.valueOf(
                catchThrowableOfType(InputRefused.class, () -> parse(text)).getMessage());
    }
}
