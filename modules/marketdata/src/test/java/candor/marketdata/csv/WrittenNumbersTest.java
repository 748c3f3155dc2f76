package candor.marketdata.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import candor.store.port.Retrieval;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form of a number is read as the double nearest to what is written. */
class WrittenNumbersTest {

    private static final String HEADER = "Date;Open;High;Low;Close;Volume\n";

    /** Thousands of prices in cents, with what writers put around them: the same doubles back, bit for bit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%.2f",
                "$%.2f",
                "$ %.2f",
                "USD %.2f",
                "%.2f USD",
                "%,.2f",
                "USD %,.2f",
                "CHF %.2f",
                "%.2f\u00A0\u20AC",
                "\u00A0%.2f\u202F",
                "GBp %.2f",
                "%.2fp",
                "HK$%.2f",
                "+%.2f",
                "=\"%.2f\"",
                "%.4f",
                "%.2fe0",
                "%.8E"
            })
    void everyFormGivesTheNearestDouble(String form) {
        SplittableRandom random = new SplittableRandom(form.hashCode());
        long[] cents = LongStream.generate(() -> random.nextLong(1, random.nextBoolean() ? 1_000 : 10_000_000))
                .limit(2000)
                .toArray();

        assertThat(opens(cents, price -> String.format(Locale.ROOT, form, price)))
                .isEqualTo(LongStream.of(cents)
                        .mapToObj(price -> Double.parseDouble(decimal(price)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%,.2f", "%,.2f \u20AC", "EUR %,.2f", "%,.2f EUR", "-%,.2f"})
    void soDoesEveryFormWithADecimalComma(String form) {
        SplittableRandom random = new SplittableRandom(form.hashCode());
        long[] cents = LongStream.generate(() -> random.nextLong(1, 10_000_000))
                .limit(2000)
                .toArray();
        int sign = form.startsWith("-") ? -1 : 1;

        assertThat(opens(cents, price -> String.format(Locale.GERMANY, form, price)))
                .isEqualTo(LongStream.of(cents)
                        .mapToObj(price -> sign * Double.parseDouble(decimal(price)))
                        .toList());
    }

    private static List<Double> opens(long[] cents, Function<Double, String> written) {
        String rows = IntStream.range(0, cents.length)
                .mapToObj(i -> "2024-01-02;" + written.apply(cents[i] / 100.0) + ";3;1;2;7\n")
                .collect(Collectors.joining());
        return parse(HEADER + rows).bars().stream().map(RawBar::open).toList();
    }

    private static String decimal(long cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#N/A", "#N/A N/A", "#n/a Invalid Security", "N.A.", "n.a", "NA", "<NA>", "--", "---", "\u2013",
                "null", "None", "NaN", "nil", "#VALUE!", "#DIV/0!", "#REF!", "=\"\"", "\u00A0", "-"
            })
    void unknownCells(String cell) {
        RawBar bar = parse(HEADER + "2024-01-02;" + cell + ";3;1;2;" + cell + "\n")
                .bars()
                .getFirst();

        assertThat(bar.open()).isNaN();
        assertThat(bar.volume()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5K, 1500",
        "2.35M, 2350000",
        "2.35 M, 2350000",
        "1.005B, 1005000000",
        "0.0125T, 12500000000",
        "3.5 Mio., 3500000",
        "0.25 Mrd, 250000000",
        "1'234'567, 1234567",
        "1\u202F234\u202F567, 1234567",
        "1.441227E6, 1441227",
        "1441227.0, 1441227"
    })
    void volumes(String cell, double volume) {
        assertThat(parse(HEADER + "2024-01-02;1.5;3;1;2;" + cell + "\n")
                        .bars()
                        .getFirst()
                        .volume())
                .isEqualTo(volume);
    }

    @ParameterizedTest
    @CsvSource({
        "$1.5, USD",
        "US$1.5, USD",
        "usd 1.5, USD",
        "1.5 EUR, EUR",
        "1.5\u20AC, EUR",
        "\u00A31.5, GBP",
        "GBP 1.5, GBP",
        "GBp 1.5, GBX",
        "GBX 1.5, GBX",
        "1.5p, GBX",
        "CHF1.5, CHF",
        "C$1.5, CAD",
        "\u00A51.5, \u00A5",
        "-$1.5, USD"
    })
    void currenciesByTheirCode(String cell, String currency) {
        assertThat(parse(HEADER + "2024-01-02;" + cell + ";3;1;2;7\n").provenance())
                .containsEntry("currency", currency);
    }

    @Test
    void aMinusOfTypographers() {
        assertThat(parse(HEADER + "2024-01-02;\u22121.5;3;1;2;7\n")
                        .bars()
                        .getFirst()
                        .open())
                .isEqualTo(-1.5);
    }

    /** Pence and pounds in one file differ by a factor of 100. */
    @Test
    void severalCurrenciesAreReportedOnce() {
        String text = HEADER + "2024-01-02;805p;3;1;2;7\n" + "2024-01-03;\u00A38.05;3;1;2;7\n".repeat(9);

        assertThat(refusal(text))
                .isEqualTo(
                        "x.csv: line 3 and 8 more, column Open: '\u00A38.05' is in GBP where numbers above are in GBX"
                                + " (give the file one currency)");
        assertThat(parse(text.replaceAll("\u00A38.05", "805p")).bars())
                .as("as the remedy has it")
                .hasSize(10);
    }

    @Test
    void aNumberThatStaysAmbiguousIsReadAsTheRemedyHasIt() {
        String text = HEADER + "2024-01-02;1.234;2;1;1;7\n";

        assertThat(refusal(text))
                .contains("'1.234' is 1.234 or 1234")
                .endsWith("(write plain decimals such as 1234.56)");
        assertThat(parse(text.replace("1.234", "1234.00")).bars().getFirst().open())
                .isEqualTo(1234);
    }

    @Test
    void aColumnOfWordsIsReportedOnce() {
        assertThat(refusal(HEADER + "2024-01-02;1.5;3;1;abc;7\n".repeat(1300)))
                .isEqualTo("x.csv: line 2 and 1,299 more, column Close: 'abc' is not a number (write a plain decimal"
                        + " such as 1234.56, or leave the cell empty where unknown)");
    }

    /** Whole numbers of cents, as LEAN and Databento write them, give the doubles of the decimals. */
    @Test
    void fixedPointPricesAreThoseOfDecimals() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 2000; i++) {
            long cents = random.nextLong(100, 100_000_000);
            double price = Double.parseDouble(decimal(cents));

            assertThat(List.of(lean(cents), databento(cents))).containsOnly(price);
        }
    }

    private static double lean(long cents) {
        String price = Long.toString(cents * 100);
        return open("Date,Open,High,Low,Close,Volume\n20210924 00:00," + (price + ",").repeat(4) + "7\n", "10000");
    }

    private static double databento(long cents) {
        String price = cents + "0000000";
        return open(
                "date,ts_event,rtype,open,high,low,close,volume\n1632441600000000000,1632441600000000000,35,"
                        + (price + ",").repeat(4) + "7\n",
                "1000000000");
    }

    private static double open(String text, String scale) {
        Retrieval retrieval = parse(text);
        assertThat(retrieval.provenance()).containsEntry("priceScale", scale);
        return retrieval.bars().getFirst().open();
    }

    @Test
    void databentosUnknownPrice() {
        String row =
                "1632441600000000000,1632441600000000000,35,80520000000,9223372036854775807,80520000000,80520000000,7";

        RawBar bar = parse("date,ts_event,rtype,open,high,low,close,volume\n" + row + "\n")
                .bars()
                .getFirst();

        assertThat(bar.open()).isEqualTo(80.52);
        assertThat(bar.high()).isNaN();
    }

    /** Whole prices alone prove nothing, neither do the columns or the date without them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Open,High,Low,Close,Volume\n2021-09-24,805200,817900,802100,817600,7\n",
                "Date,Open,High,Low,Close,Volume\n20210924,805200,817900,802100,817600,7\n",
                "Date,Open,High,Low,Close,Volume\n20210924 16:00,805200,817900,802100,817600,7\n",
                "Date,Open,High,Low,Close,Volume\n20210924 00:00,805200,817900,802100,80.5,7\n",
                "Date,Open,High,Low,Close,Volume\n20210924 00:00,2805,2817,2802,2811,7\n",
                "Date,Open,High,Low,Close,Volume\n20210924 00:00,80,90,70,80,7\n",
                "date,ts_event,rtype,open,high,low,close,volume\n2021-09-24,1,35,80.000000000,81.000000000,80.0,80.0,7\n",
                "date,ts_event,open,high,low,close,volume\n2021-09-24,1,80520000000,81790000000,80210000000,81760000000,7\n"
            })
    void pricesThatAreNotProvedToBeFixedPointStay(String text) {
        Retrieval retrieval = parse(text);

        assertThat(retrieval.provenance()).doesNotContainKey("priceScale");
        assertThat(retrieval.bars().getFirst().open()).isGreaterThanOrEqualTo(80);
    }

    private static Retrieval parse(String text) {
        return CsvBars.parse("x.csv", text.getBytes(UTF_8));
    }

    private static String refusal(String text) {
        return String.valueOf(
                catchThrowableOfType(InputRefused.class, () -> parse(text)).getMessage());
    }
}
