package candor.marketdata.yahoo;

import static candor.marketdata.yahoo.ChartText.JAN_2;
import static candor.marketdata.yahoo.ChartText.JAN_3;
import static candor.marketdata.yahoo.ChartText.JAN_4;
import static candor.marketdata.yahoo.ChartText.JAN_5;
import static candor.marketdata.yahoo.ChartText.dividend;
import static candor.marketdata.yahoo.ChartText.split;
import static candor.marketdata.yahoo.ChartText.twoDays;
import static candor.marketdata.yahoo.ChartText.withMeta;
import static candor.marketdata.yahoo.ChartText.withQuote;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.store.failure.InputRefused;
import candor.store.port.RawBar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartJsonTest {

    private static ChartAnswer.Bars bars(String body) {
        return (ChartAnswer.Bars) ChartJson.parse(body.getBytes(UTF_8));
    }

    private static List<String> closes(String body) {
        return bars(body).bars().stream()
                .map(bar -> bar.line() + " " + bar.session() + " " + bar.close())
                .toList();
    }

    @Test
    void aBarASessionInTheExchangesOwnDays() {
        ChartAnswer.Bars answer = bars(twoDays());

        assertThat(closes(twoDays())).containsExactly("1 2024-01-02 10.0", "2 2024-01-03 11.0");
        assertThat(answer.firstTrade()).isEqualTo("1970-01-01");
        assertThat(answer.instrument().currency()).isEqualTo("USD");
        assertThat(answer.instrument().name()).isEqualTo("Seagate");
        assertThat(answer.notes()).isEmpty();
    }

    @Test
    void rowsOutOfOrderAreOrdered() {
        assertThat(closes(ChartText.of(JAN_3 + "," + JAN_2, "11,10", "")))
                .containsExactly("1 2024-01-02 10.0", "2 2024-01-03 11.0");
    }

    /** The present day, at a second of its own after the close. */
    @Test
    void aLiveRowOffTheGridIsABarOfItsDay() {
        assertThat(closes(ChartText.of(JAN_2 + "," + (JAN_3 + 23_401), "10,11", "")))
                .containsExactly("1 2024-01-02 10.0", "2 2024-01-03 11.0");
    }

    @Test
    void ofTwoRowsOfADayTheLaterOneWithACloseStands() {
        String twice = ChartText.of(JAN_2 + "," + JAN_3 + "," + (JAN_3 + 23_401), "10,11,12", "");
        String withoutClose = ChartText.of(JAN_2 + "," + JAN_3 + "," + (JAN_3 + 23_401), "10,11,null", "");

        assertThat(closes(twice)).containsExactly("1 2024-01-02 10.0", "2 2024-01-03 12.0");
        assertThat(closes(withoutClose)).containsExactly("1 2024-01-02 10.0", "2 2024-01-03 11.0");
        assertThat(bars(twice).notes()).containsExactly("2024-01-03 came twice; the later row with a close is taken");
    }

    @Test
    void aNullBarInTheMiddleStaysAsASessionWithoutValues() {
        assertThat(closes(ChartText.of(JAN_2 + "," + JAN_3 + "," + JAN_4, "10,null,12", "")))
                .containsExactly("1 2024-01-02 10.0", "2 2024-01-03 NaN", "3 2024-01-04 12.0");
    }

    @Test
    void withoutAnAdjustedCloseThereIsNone() {
        for (String adjusted : List.of("", "\"adjclose\":[]", "\"adjclose\":[{}]", "\"adjclose\":null")) {
            List<RawBar> bars =
                    bars(withQuote(JAN_2 + "", "\"close\":[10]", adjusted, "")).bars();
            assertThat(bars).singleElement().satisfies(bar -> {
                assertThat(bar.close()).isEqualTo(10);
                assertThat(bar.adjustedClose()).isNaN();
                assertThat(bar.volume()).isNaN();
            });
        }
    }

    @Test
    void whatYahooDoesNotSayIsNull() {
        String meta = "{\"currency\":null,\"exchangeTimezoneName\":\"America/New_York\"}";
        ChartAnswer.Bars answer = bars(withMeta(meta, ",\"timestamp\":[" + JAN_2 + "]"));

        assertThat(answer.instrument().currency()).isNull();
        assertThat(answer.instrument().type()).isNull();
        assertThat(answer.bars()).hasSize(1);
    }

    @Test
    void pricesAreTheDecimalsThatWereQuoted() {
        assertThat(closes(ChartText.of(JAN_2 + "," + JAN_3, "129.0399932861328,527.98988", "")))
                .containsExactly("1 2024-01-02 129.04", "2 2024-01-03 527.98988");
    }

    /**
     * A volume is a count, not a price: the shortest decimal of its single-precision value is another count. Seen with
     * 225702704, of which it makes 225702700.
     */
    @Test
    void volumesAreTakenAsTheyAre() {
        assertThat(bars(ChartText.of(JAN_2 + "," + JAN_3, "225702704,1073741888", ""))
                        .bars())
                .extracting(RawBar::volume)
                .containsExactly(225_702_704.0, 1_073_741_888.0);
    }

    @Test
    void actionsStandOnTheirSession() {
        String events = "\"dividends\":{" + dividend(JAN_2, "0.205") + "},\"splits\":{" + split(JAN_3, "3", "2")
                + "},\"capitalGains\":{" + dividend(JAN_3, "0.17") + "}";

        assertThat(bars(ChartText.of(JAN_2 + "," + JAN_3, "10,11", events)).bars())
                .extracting(bar -> bar.dividend() + " " + bar.split() + " " + bar.capitalGain())
                .containsExactly("0.205 0.0 0.0", "0.0 1.5 0.17");
    }

    @Test
    void anActionOfADayWithoutABarIsARowWithoutPrices() {
        ChartAnswer.Bars answer = bars(ChartText.of(
                JAN_2 + "," + JAN_5,
                "10,11",
                "\"dividends\":{" + dividend(JAN_4, "0.5") + "},\"splits\":{" + split(JAN_3, "2", "1") + "}"));

        assertThat(answer.bars())
                .extracting(bar -> bar.session() + " " + bar.close() + " " + bar.dividend() + " " + bar.split())
                .containsExactly(
                        "2024-01-02 10.0 0.0 0.0",
                        "2024-01-03 NaN 0.0 2.0",
                        "2024-01-04 NaN 0.5 0.0",
                        "2024-01-05 11.0 0.0 0.0");
        assertThat(answer.notes())
                .containsExactly(
                        "2024-01-04 has a dividend or split, but no bar",
                        "2024-01-03 has a dividend or split, but no bar");
    }

    /** Ten cents and twenty are thirty, not 0.30000000000000004. */
    @Test
    void twoDividendsOfADayAddUpAsDecimals() {
        String events = "\"dividends\":{" + dividend(JAN_2, "0.1") + "," + dividend(JAN_2, "0.2")
                + "},\"capitalGains\":{" + dividend(JAN_2, "0.1") + "," + dividend(JAN_2, "0.7") + "}";

        assertThat(bars(ChartText.of(JAN_2 + "", "10", events)).bars())
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.dividend()).isEqualTo(0.3);
                    assertThat(bar.capitalGain()).isEqualTo(0.8);
                });
    }

    /** A split and a stock dividend on one day multiply; the later one does not replace the earlier. */
    @Test
    void twoSplitsOfADayMultiply() {
        String events = "\"splits\":{" + split(JAN_3, "2", "1") + "," + split(JAN_3, "3", "2") + "}";

        assertThat(bars(ChartText.of(JAN_2 + "," + JAN_3, "10,11", events)).bars())
                .extracting(RawBar::split)
                .containsExactly(0.0, 3.0);
    }

    /** Of a key that comes twice the last one counts, as JSON parsers do. */
    @Test
    void ofADoubledKeyTheLastCounts() {
        assertThat(closes(withQuote(JAN_2 + "", "\"close\":[10],\"close\":[11]", "", "")))
                .containsExactly("1 2024-01-02 11.0");
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(
                        "closes too few",
                        ChartText.of(JAN_2 + "," + JAN_3, "10", ""),
                        "chart.result[0].indicators.quote[0]"),
                Arguments.of("closes too many", ChartText.of(JAN_2 + "", "10,11", ""), "has 2 values for 1 timestamps"),
                Arguments.of("NaN", ChartText.of(JAN_2 + "", "NaN", ""), "no JSON"),
                Arguments.of("Infinity", ChartText.of(JAN_2 + "", "-Infinity", ""), "no JSON"),
                Arguments.of("1e999", ChartText.of(JAN_2 + "", "1e999", ""), "a finite number was expected"),
                Arguments.of(
                        "400 digits", ChartText.of(JAN_2 + "", "9".repeat(400), ""), "a finite number was expected"),
                Arguments.of("2000 digits", ChartText.of(JAN_2 + "", "9".repeat(2000), ""), "no JSON"),
                Arguments.of(
                        "a text as a number", ChartText.of(JAN_2 + "", "\"10\"", ""), "a finite number was expected"),
                Arguments.of(
                        "a list as a number", ChartText.of(JAN_2 + "", "[10]", ""), "a finite number was expected"),
                Arguments.of(
                        "a time of no year", ChartText.of("1e300", "10", ""), "no second of the years 1900 to 2100"),
                Arguments.of("a time of milliseconds", ChartText.of(JAN_2 + "000", "10", ""), "no second of the years"),
                Arguments.of("no time", ChartText.of("null", "10", ""), "chart.result[0].timestamp[0]"),
                Arguments.of(
                        "times no list",
                        twoDays().replace("[" + JAN_2, "{\"a\":[1").replace(JAN_3 + "]", "2]}"),
                        "a list was expected"),
                Arguments.of("no zone", twoDays().replace("America/New_York", "New York"), "no time zone"),
                Arguments.of("other bars", twoDays().replace("\"1d\"", "\"3mo\""), "daily bars were asked for"),
                Arguments.of("nested", "{\"chart\":" + "[".repeat(100_000), "no JSON"),
                Arguments.of("cut", twoDays().substring(0, 200), "no JSON"),
                Arguments.of("two documents", twoDays() + twoDays(), "no JSON"),
                Arguments.of("empty", "", "answers with"),
                Arguments.of("null", "null", "answers with"),
                Arguments.of("empty object", "{}", "answers with"),
                Arguments.of("a list", "[]", "answers with"),
                Arguments.of("no result", "{\"chart\":{\"result\":null,\"error\":null}}", "chart.result"),
                Arguments.of("empty result", "{\"chart\":{\"result\":[],\"error\":null}}", "chart.result"),
                Arguments.of("result of nothing", "{\"chart\":{\"result\":[null]}}", "chart.result"),
                Arguments.of("no meta", "{\"chart\":{\"result\":[{\"timestamp\":[1]}]}}", "chart.result[0].meta"),
                Arguments.of(
                        "a dividend in another currency",
                        ChartText.of(
                                JAN_2 + "," + JAN_3,
                                "10,11",
                                "\"dividends\":{"
                                        + dividend(JAN_3, "0.5")
                                                .replace("\"amount\"", "\"currency\":\"CAD\",\"amount\"")
                                        + "}"),
                        "the prices are in USD, and an amount in another currency"),
                Arguments.of("currency a number", twoDays().replace("\"USD\"", "7"), "a text was expected"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void whatContradictsItselfIsRefused(String name, String body, String words) {
        assertRefused(body, words);
    }

    static Stream<Arguments> badActions() {
        return Stream.of(
                Arguments.of("\"dividends\":{" + dividend(JAN_2, "-0.1") + "}", "dividends"),
                Arguments.of("\"dividends\":{" + dividend(JAN_2, "null") + "}", "dividends"),
                Arguments.of("\"dividends\":{" + dividend(JAN_2, "1e300") + "}", "dividends"),
                Arguments.of("\"capitalGains\":{" + dividend(JAN_2, "-1") + "}", "capitalGains"),
                Arguments.of("\"splits\":{" + split(JAN_2, "0", "1") + "}", "splits"),
                Arguments.of("\"splits\":{" + split(JAN_2, "2", "-1") + "}", "splits"),
                Arguments.of("\"splits\":{" + split(JAN_2, "1e300", "1e-300") + "}", "splits"),
                Arguments.of("\"splits\":{" + split(JAN_2, "1e-300", "1e300") + "}", "splits"),
                Arguments.of("\"splits\":{" + split(JAN_2, "null", "null") + "}", "splits"),
                Arguments.of("\"splits\":[1]", "splits"),
                Arguments.of("\"splits\":{\"x\":[1]}", "splits.x"));
    }

    @ParameterizedTest
    @MethodSource("badActions")
    void anActionOfNoPossibleSizeIsRefused(String events, String place) {
        assertRefused(ChartText.of(JAN_2 + "", "10", events), "chart.result[0].events." + place);
    }

    private static void assertRefused(String body, String words) {
        assertThatThrownBy(() -> ChartJson.parse(body.getBytes(UTF_8)))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("yahoo answers with ")
                .hasMessageContaining(words)
                .hasMessageEndingWith("; try again later, or name another source in CANDOR_SOURCES")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(400));
    }
}
