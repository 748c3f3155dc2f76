// SPDX-License-Identifier: GPL-3.0-or-later
package candor.serving.api;

import static candor.serving.api.PredictionStores.FIRST_CHAMPIONS;
import static candor.serving.api.PredictionStores.OTHER_CHAMPIONS;
import static candor.serving.api.PredictionStores.SYMBOL;
import static candor.serving.api.PredictionStores.THURSDAY_EVENING;
import static candor.serving.api.PredictionStores.answer;
import static candor.serving.api.PredictionStores.api;
import static candor.serving.api.PredictionStores.assertRejected;
import static candor.serving.api.PredictionStores.following;
import static candor.serving.api.PredictionStores.json;
import static candor.serving.api.PredictionStores.predicted;
import static org.assertj.core.api.Assertions.assertThat;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are rejected: each names the field, the value and the remedy. */
class PredictionRequestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[]' | 422 | '' | want an object here",
                "'{\"symbol\":\"SYNTH\"}' | 422 | /bars | bars is absent; want a list",
                "'{\"symbol\":\"SYNTH\",\"bars\":[]}' | 422 | /bars | want a list",
                "'{\"symbol\":\"synth\",\"bars\":[{}]}' | 422 | /symbol | bad symbol: 'synth'",
                "'{\"symbol\":7,\"bars\":[{}]}' | 422 | /symbol | symbol is 7",
                "'{\"symbol\":\"SYNTH\",\"bars\":[7]}' | 422 | /bars/0 | want an object here, not 7",
                "'{\"symbol\":\"SYNTH\",\"bars\":[{}]}' | 422 | /bars/0/date | date is absent",
                "'{\"symbol\":\"SYNTH\",\"bar\":[]}' | 422 | /bar | unknown field 'bar'",
                "'{\"a/b~\":1}' | 422 | /a~1b~0 | unknown field",
                "'{\"symbol\":' | 400 | '' | the body is not JSON",
                "'{\"symbol\":\"STX\",\"symbol\":\"ABC\",\"bars\":[]}' | 400 | '' | the key \"symbol\" is there twice; correct it",
                "'' | 400 | '' | no body",
            })
    void whatIsNoRequestIsRejectedByItsField(String body, int status, String field, String detail) {
        assertRejected(answer(FIRST_CHAMPIONS, body), status, field, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | '\"2018-3-1\"' | bad date: '2018-3-1'; write it as 2026-04-24",
                "date | '\"+12018-03-01\"' | bad date",
                "date | '\"2018-03-04\"' | the exchange is closed on 2018-03-04",
                "date | '\"2018-02-28\"' | order the bars from the oldest to the newest",
                "date | '\"9999-12-31\"' | outside the calendar",
                "date | '\"2018-03-02\"' | the session of 2018-03-02 is not over; end the bars at 2018-03-01",
                "open | '\"12\"' | open is \"12\"; want a number",
                "open | 'null' | open is null; want a number",
                "open | '1e999' | want a number",
                "open | '0' | want a number from 1.0E-6",
                "close | '-3.5' | close of 2018-03-01 is -3.5",
                "low | '1e300' | low of 2018-03-01 is 1.0E300",
                "high | '0.01' | below another price of that bar",
                "low | '900000000' | ",
                "volume | '-1' | volume of 2018-03-01 is -1.0",
                "adjustedClose | 'true' | adjustedClose is true",
                "colour | '1' | unknown field 'colour'",
            })
    void aBarThatIsNoneIsRejectedByItsField(String column, String value, @Nullable String detail) {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        changeLast(bars, bar -> bar.put(column, "@"));
        String body = StoredBars.body(SYMBOL, bars).replace("\"@\"", value);

        ApiResponse response = answer(FIRST_CHAMPIONS, body);

        if (detail == null) {
            assertThat(json(response).path("field").stringValue()).startsWith("/bars/");
        } else {
            assertRejected(response, 422, "/bars/" + (bars.size() - 1) + "/" + column, detail);
        }
    }

    @Test
    void adjustedClosesAreGivenAllOrNone() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        changeLast(bars, bar -> bar.remove("adjustedClose"));

        assertRejected(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/adjustedClose",
                "give it in every bar or in none");
    }

    @Test
    void barsThatEndTooEarlyWouldMeetAModelThatKnowsTheirFuture() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        bars.removeLast();

        assertRejected(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/date",
                "would know the future; go on to 2018-03-01 at least");
    }

    @Test
    void barsThatGoOnTooLongHaveOutlivedTheModel() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        for (LocalDate session : new NyseCalendar().sessions(LocalDate.of(2018, 3, 2), LocalDate.of(2018, 4, 3))) {
            bars.add(following(bars.getLast(), session.toString(), 1));
        }

        assertRejected(
                answer(FIRST_CHAMPIONS, "2018-04-03T23:30:00Z", StoredBars.body(SYMBOL, bars)),
                422,
                "/bars/" + (bars.size() - 1) + "/date",
                "serves no longer than to 2018-04-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 26})
    void tooFewBarsForTheScale(int count) {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);

        assertRejected(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars.subList(bars.size() - count, bars.size()))),
                422,
                "/bars",
                (count == 1 ? "1 bar" : count + " bars") + "; send the last 27 at least");
    }

    @Test
    void tooFewBarsForFeatures() {
        List<Map<String, Object>> bars = StoredBars.of(OTHER_CHAMPIONS, SYMBOL);

        assertRejected(
                answer(OTHER_CHAMPIONS, StoredBars.body(SYMBOL, bars.subList(bars.size() - 299, bars.size()))),
                422,
                "/bars",
                "299 bars; send the last 300 at least: a champion looks at features of a year");
    }

    @Test
    void withoutTheSessionOfTheFitNothingCanBeMovedOn() {
        List<Map<String, Object>> bars = StoredBars.of(FIRST_CHAMPIONS, SYMBOL);
        String fitted =
                predicted(FIRST_CHAMPIONS, bars).path("model").path("fittedAt").stringValue();
        int at = bars.stream().map(bar -> bar.get("date")).toList().indexOf(fitted);

        List<Map<String, Object>> late = bars.subList(at - 20, bars.size());
        assertRejected(
                answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, late)),
                422,
                "/bars",
                late.size() < 27 ? "send the last 27 at least" : "20 bars before " + fitted);
        bars.remove(at);
        assertRejected(answer(FIRST_CHAMPIONS, StoredBars.body(SYMBOL, bars)), 422, "/bars", "no bar of " + fitted);
    }

    @Test
    void symbolWithoutModelIsNotFound() {
        assertRejected(
                answer(FIRST_CHAMPIONS, StoredBars.body(Symbol.of("STX"), StoredBars.of(FIRST_CHAMPIONS, SYMBOL))),
                404,
                "/symbol",
                "no model for STX");
    }

    @Test
    void otherMediaTypesAreRejected() {
        ApiRequest csv = new ApiRequest("POST", "/v1/predictions", Map.of(), null, "text/csv", "date,open");

        assertRejected(
                api(FIRST_CHAMPIONS, THURSDAY_EVENING).answer(csv), 415, "Content-Type", "send application/json");
    }

    @Test
    void longBodiesAreNotRead() {
        String body = "[" + " ".repeat(PredictionRequest.LONGEST) + "]";

        assertRejected(answer(FIRST_CHAMPIONS, body), 413, "", "send at most 2000000");
    }

    private static void changeLast(List<Map<String, Object>> bars, Consumer<Map<String, Object>> change) {
        change.accept(bars.getLast());
    }
}
