package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal names file, line, column, value and remedy. */
class CsvRejectionsTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";
    private static final String PLAIN =
            " (write a plain decimal such as 1234.56, or leave the cell empty where unknown)";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "  \r\n ", "\uFEFF"})
    void emptyFile(String text) {
        assertThat(refusal(text))
                .isEqualTo("x.csv: the file is empty (" + text.getBytes(UTF_8).length + " bytes) (give it a header line"
                        + " with Date,Open,High,Low,Close,Volume and a line for each session)");
    }

    @Test
    void emptyQuotes() {
        assertThat(refusal("\"\"\n"))
                .isEqualTo("x.csv: the file has no cell with content"
                        + " (give it a header line and a line for each session)");
    }

    @Test
    void noHeader() {
        assertThat(refusal("2024-01-02,10,12,9.5,11,1000,1\n2024-01-03,10,12,9.5,11,1000,1\n"))
                .isEqualTo("x.csv: line 1: data where the column names should be: '2024-01-02,10,12,9.5,11,1000,1'"
                        + " (say which column is which, as in --columns date=1,open=2,high=3,low=4,close=5,volume=6,"
                        + " or put a header line above it, such as Date,Open,High,Low,Close,Volume)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date", "Open", "High", "Low", "Close"})
    void missingColumn(String column) {
        String header = HEADER.strip().replace(column, "Other");

        assertThat(refusal(header + "\n2024-01-02,10,12,9.5,11,1000\n"))
                .isEqualTo("x.csv: line 1: no column " + column + " in the header '" + header
                        + "' (name what it is called there, or its number, as in --columns "
                        + column.toLowerCase(Locale.ROOT) + "=NAME)");
    }

    /** The first title was called a header without columns. */
    @Test
    void aHeaderFarDownIsReadOnceItIsNearer() {
        String title = "A title, of many\n";
        String bars = HEADER + "2024-01-02,10,12,9.5,11,1000\n";

        assertThat(refusal(title.repeat(40) + bars))
                .isEqualTo("x.csv: line 41: the header stands below the first 40 lines with content, among which it"
                        + " is looked for (take out lines above it)");
        assertThat(CsvBars.parse("x.csv", (title.repeat(39) + bars).getBytes(UTF_8))
                        .bars())
                .hasSize(1);
    }

    @Test
    void headerWithoutRows() {
        assertThat(refusal("\n" + HEADER))
                .isEqualTo("x.csv: line 2: a header with no row below it (add a line for each session)");
    }

    @Test
    void textInANumber() {
        assertThat(refusal(HEADER + "2024-01-02,10,12,9.5,11,1000\n2024-01-03,10,12,9.5,abc,1000\n"))
                .isEqualTo("x.csv: line 3, column Close: 'abc' is not a number" + PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1p3",
                "1d",
                "10f",
                "1e",
                "--1",
                "1_000",
                "\u0661",
                "12.5 ABC",
                "US 12.5",
                "USD 12.5 USD",
                "12.5%",
                "5%",
                "$",
                "+",
                ".",
                "1,23,456",
                "1.2.3",
                "1,234,56",
                "0,123.5",
                "$-$1",
                "-1-",
                "1e5K",
                "1 23",
                "1,234 567",
                "infinite",
                "(12.5)",
                "1e9999999999"
            })
    void whatJavaMightReadButNobodyWrites(String value) {
        assertThat(refusal(HEADER + "2024-01-02,10,12,9.5,\"" + value + "\",1000\n"))
                .isEqualTo("x.csv: line 2, column Close: '" + value + "' is not a number" + PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999"})
    void beyondTheRangeOfNumbers(String value) {
        assertThat(refusal(HEADER + "2024-01-02,10,12,9.5,11," + value + "\n"))
                .isEqualTo("x.csv: line 2, column Volume: '" + value + "' is beyond the range of numbers" + PLAIN);
    }

    @Test
    void onlyAVolumeIsInUnits() {
        assertThat(refusal(HEADER + "2024-01-02,36.7M,12,9.5,11,1000\n"))
                .isEqualTo("x.csv: line 2, column Open: '36.7M' is in units, which only a volume can be" + PLAIN);
    }

    @Test
    void oneCurrencyOnly() {
        assertThat(refusal(HEADER + "2024-01-02,$10,12,9.5,\u20ac11,1000\n"))
                .isEqualTo("x.csv: line 2, column Close: '\u20ac11' is in EUR where numbers above are in USD"
                        + " (give the file one currency)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2024-01-02x | '2024-01-02x' is not a date (write year-month-day, as in 2024-01-31)",
                "2024-01/02 | '2024-01/02' is not a date (write year-month-day, as in 2024-01-31)",
                "45293 | '45293' is not a date (write year-month-day, as in 2024-01-31)",
                "31-Jui-2024 | '31-Jui-2024' is not a date (write year-month-day, as in 2024-01-31)",
                "1.79487E+12 | '1.79487E+12' is not a date (write year-month-day, as in 2024-01-31)",
                "2024-01-02 5 | '2024-01-02 5' is not a date (write year-month-day, as in 2024-01-31)",
                "Foo 2024-01-02 | 'Foo 2024-01-02' is not a date (write year-month-day, as in 2024-01-31)",
                "Monday 17 Nov 2026 | 'Monday 17 Nov 2026' is no day of the calendar (correct the day or month)",
                "2023-02-29 | '2023-02-29' is no day of the calendar (correct the day or month)",
                "2024-13-01 | '2024-13-01' is no day of the calendar (correct the day or month)",
                "20241301 | '20241301' is no day of the calendar (correct the day or month)",
                "30/30/2024 | '30/30/2024' is no day of the calendar (correct the day or month)",
                "31-Apr-2024 | '31-Apr-2024' is no day of the calendar (correct the day or month)",
                "~~ | the cell is empty (write year-month-day, as in 2024-01-31)"
            })
    void badDate(String date, String finding) {
        assertThat(refusal(HEADER + date + ",10,12,9.5,11,1000\n")).isEqualTo("x.csv: line 2, column Date: " + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02,10,12,9.5,11 | 5 cells",
                "2024-01-02,10,12,9.5,11,1000, | 7 cells",
                "2024-01-02 | 1 cell"
            })
    void wrongNumberOfCells(String row, String cells) {
        assertThat(refusal(HEADER + row + "\n"))
                .isEqualTo("x.csv: line 2: " + cells + " where the header has 6: '" + row
                        + "' (look for a missing or an extra comma)");
    }

    @Test
    void neitherUtf8NorWindows1252() {
        byte[] bytes = (HEADER + "2024-01-02,10,12,9.5,11\u0081,1000\n").getBytes(ISO_8859_1);

        assertThat(refusal(bytes))
                .isEqualTo("x.csv: line 2: byte 55 is 0x81, which is not UTF-8, nor windows-1252, text"
                        + " (save the file as CSV in UTF-8)");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}))
                .contains("byte 2 is 0x61, which is not UTF-16LE");
    }

    @Test
    void zeroByte() {
        assertThat(refusal(HEADER + "2024-01-02,\0"))
                .isEqualTo("x.csv: line 2: a zero byte: this is not a text file (save the sheet as CSV, in UTF-8)");
    }

    @Test
    void hugeFile() {
        assertThat(refusal(new byte[CsvBars.MAX_BYTES + 1]))
                .isEqualTo("x.csv: the file has 16777217 bytes, at most 16777216 are read"
                        + " (give the daily bars of one symbol only)");
    }

    @Test
    void brokenQuotes() {
        assertThat(refusal(HEADER + "2024-01-02,\"10\"x,12,9.5,11,1000\n"))
                .startsWith("x.csv: ")
                .contains("line 2")
                .endsWith("(close every quotation mark, or use none)");
    }

    @Test
    void tellsFiveProblemsAndCountsTheRest() {
        String message = refusal(HEADER + "bad,a,b,c,d,e\n".repeat(3));

        assertThat(message.split("; ")).hasSize(6);
        assertThat(message)
                .startsWith("x.csv: line 2 and 2 more, column Date: 'bad'")
                .contains("line 2 and 2 more, column Close: 'd'")
                .doesNotContain("line 3")
                .endsWith("; and 1 more");
    }

    @Test
    void oneProblemOfManyLinesIsReportedOnce() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 1298; i++) {
            text.append("2024-01-02,10,12,9.5,x").append(i).append(",1000\n");
        }

        assertThat(refusal(text.toString()))
                .isEqualTo("x.csv: line 2 and 1,297 more, column Close: 'x0' is not a number" + PLAIN);
    }

    @Test
    void messagesStayShortAndDoNotSteerATerminal() {
        String message = refusal(HEADER + "2024-01-02,\u001b[2J" + "x".repeat(1000) + ",12,9.5,11,1000\n");

        assertThat(message).contains("'?[2Jxxx").contains("...'").hasSizeLessThan(250);
        assertThat(refusal(HEADER + "2024-01-02,\"1\"\u001b[2J,12,9.5,11,1000\n"))
                .startsWith("x.csv: Unexpected character after closing quote: '?' (0x1b)");
    }

    @Test
    void namesTheFileWithoutItsFolders() {
        InputRefused refused =
                catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("/home/someone/a\nb.csv", new byte[0]));

        assertThat(refused).hasMessageStartingWith("a?b.csv: the file is empty");
    }

    /** Whatever is fed, the answer is bars or a refusal. */
    @Test
    void randomDamageIsReadOrRefused() {
        SplittableRandom random = new SplittableRandom(20240102);
        String pieces =
                "Date,Open,High,Low,Close,Volume,Adj Close\n2024-01-02,10,12,9.5,11,1000,11\n\"',;\r\n nan-eE+\uFEFF\0\u00e9";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? HEADER : "");
            for (int cut = random.nextInt(8); cut > 0; cut--) {
                int from = random.nextInt(pieces.length());
                text.append(pieces, from, random.nextInt(from, pieces.length()));
            }
            byte[] bytes = text.toString().getBytes(UTF_8);
            if (bytes.length > 0 && random.nextInt(4) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(CsvBars.parse("x.csv", bytes).bars()).isNotEmpty();
            } catch (InputRefused refused) {
                assertThat(refused).hasMessageStartingWith("x.csv: ");
            }
        }
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    private static String refusal(byte[] bytes) {
        return String.valueOf(catchThrowableOfType(InputRefused.class, () -> CsvBars.parse("x.csv", bytes))
                .getMessage());
    }
}
