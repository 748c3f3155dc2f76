package candor.marketdata.tiingo;

import static candor.marketdata.http.ScriptedProvider.json;
import static candor.marketdata.http.ScriptedProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import candor.forecasting.fixture.SharedFiles;
import candor.forecasting.market.Symbol;
import candor.marketdata.http.ScriptedProvider;
import candor.store.failure.InputRefused;
import candor.store.failure.PipelineFailure;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.Download;
import candor.store.port.RawBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiingoBarsTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 1, 1);
    private static final String TOKEN = "sesame-0123456789abcdef";
    private static final String ROW =
            "{\"date\":\"2024-01-02T00:00:00.000Z\",\"close\":10.5,\"splitFactor\":1.0,\"divCash\":0.0}";

    private final ScriptedProvider provider = new ScriptedProvider();
    private final TiingoBars tiingo = bars(TOKEN);

    @AfterEach
    void close() {
        provider.close();
    }

    private TiingoBars bars(String token) {
        return new TiingoBars(provider.url("/"), () -> token, provider.client(TiingoBars.NAME));
    }

    private Download download() {
        return tiingo.download(STX, FROM, TO);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ticker_price.yaml, 1, 2018-04-12, 1037.29, 2018-04-12, 1037.29",
        "ticker_price_with_date.yaml, 2, 2015-01-02, 529.55, 2015-01-05, 519.46",
        "ticker_price_pandas_single.yaml, 1, 2018-06-08, 1132.71, 2018-06-08, 1132.71",
        "ticker_price_pandas_daily_metric_name.yaml, 10, 2018-01-05, 1110.29, 2018-01-19, 1143.5",
        "ticker_price_with_multiple_columns.yaml, 1, 2024-10-22, 165.14, 2024-10-22, 165.14",
        "ticker_price_with_volume_column.yaml, 1, 2024-10-22, NaN, 2024-10-22, NaN"
    })
    void recordedBars(String file, int count, LocalDate first, double firstClose, LocalDate last, double lastClose)
            throws IOException {
        provider.answers(json(200, recorded(file)));
        Download answer = download();

        assertThat(answer.provider()).isEqualTo("tiingo");
        assertThat(answer.instrument().currency()).isNull();
        assertThat(answer.bars()).hasSize(count);
        assertThat(answer.bars().getFirst().session()).isEqualTo(first);
        assertThat(answer.bars().getFirst().close()).isEqualTo((Double) firstClose);
        assertThat(answer.bars().getLast().session()).isEqualTo(last);
        assertThat(answer.bars().getLast().close()).isEqualTo((Double) lastClose);
        assertThat(answer.bars()).allMatch(bar -> bar.split() == 0 && bar.dividend() == 0);
        assertThat(provider.requests()).isEqualTo(1);
    }

    @Test
    void aRecordedBarToItsLastField() throws IOException {
        provider.answers(json(200, recorded("ticker_price_with_date.yaml")));

        assertThat(download().bars().getLast())
                .isEqualTo(new RawBar(
                        2, LocalDate.of(2015, 1, 5), 527.15, 527.9899, 517.75, 519.46, 519.46, 2_059_119, 0, 0, 0));
    }

    /** The first JSON body in a recording; a line break within it is a space. */
    private static String recorded(String file) throws IOException {
        String yaml = Files.readString(SharedFiles.require("data/other-sources/" + file));
        Matcher body = Pattern.compile("string: '(\\[.*?])'", Pattern.DOTALL).matcher(yaml);
        assertThat(body.find()).isTrue();
        return body.group(1).replaceAll("\\s*\\R\\s*", " ");
    }

    @Test
    void actionsAreAsPaidAndAFactorOfOneIsNoSplit() {
        provider.answers(json(
                200,
                "[{\"date\":\"2024-01-03\",\"close\":5,\"divCash\":0.7,\"splitFactor\":2.0},"
                        + "{\"date\":\"2024-01-02\",\"close\":10,\"divCash\":0.0,\"splitFactor\":1.0},"
                        + "{\"date\":\"2025-01-02\",\"close\":11}]"));

        assertThat(download().bars())
                .extracting(bar ->
                        bar.line() + " " + bar.session() + " " + bar.close() + " " + bar.dividend() + " " + bar.split())
                .containsExactly("1 2024-01-02 10.0 0.0 0.0", "2 2024-01-03 5.0 0.7 2.0");
    }

    @Test
    void theTokenTravelsInAHeaderAlone() {
        provider.answers(json(200, "[" + ROW + "]"));
        download();

        RecordedRequest request = provider.take();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Token " + TOKEN);
        assertThat(request.getUrl().toString())
                .endsWith("/tiingo/daily/STX/prices?startDate=2015-01-01&endDate=2025-01-01&format=json")
                .doesNotContain(TOKEN);
        assertThat(tiingo).asString().doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "short", "with blank 12345", "line\nbreak-12345", "schlüssel-12345"})
    void whatIsNoTokenIsRefusedUnaskedAndUnsaid(String token) {
        assertThatThrownBy(() -> bars(token).download(STX, FROM, TO))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("set CANDOR_TIINGO_TOKEN")
                .satisfies(refused -> assertThat(token.isBlank()
                                || !String.valueOf(refused.getMessage()).contains(token))
                        .isTrue());
        assertThat(provider.requests()).isZero();
    }

    static Stream<Arguments> otherAnswers() {
        String echo = "{\"detail\":\"Invalid token " + TOKEN + "\"}";
        return Stream.of(
                Arguments.of("401", json(401, echo), RequestRefused.class, "rejects the token (status 401)"),
                Arguments.of("403", json(403, echo), RequestRefused.class, "rejects the token (status 403)"),
                Arguments.of("404", json(404, echo), SourceMissing.class, "tiingo does not know STX"),
                Arguments.of("429", json(429, echo), RateLimited.class, "status 429"),
                Arguments.of("an error as an answer", json(200, echo), InputRefused.class, "an error instead of bars"),
                Arguments.of("a page", text(200, TOKEN), ProviderUnavailable.class, "a page instead of bars"),
                Arguments.of(
                        "sent on",
                        text(302, "").setHeader("Location", "https://x.example/?token=" + TOKEN),
                        ProviderUnavailable.class,
                        "status 302"),
                Arguments.of("no JSON", json(200, "[" + TOKEN.replace("-", "") + "]"), InputRefused.class, "no JSON"),
                Arguments.of("bare echo", json(200, "[sesame-0123456789abcdef]"), InputRefused.class, "no JSON"),
                Arguments.of(
                        "a token for a date",
                        json(200, "[{\"date\":\"" + TOKEN + "\"}]"),
                        InputRefused.class,
                        "[0].date: a date as 2024-01-31 was expected"),
                Arguments.of(
                        "a token for a close",
                        json(200, "[{\"date\":\"2024-01-02\",\"close\":\"" + TOKEN + "\"}]"),
                        InputRefused.class,
                        "[0].close: a finite number was expected"),
                Arguments.of(
                        "a day twice",
                        json(200, "[" + ROW + "," + ROW + "]"),
                        InputRefused.class,
                        "[1]: a session came twice"),
                Arguments.of(
                        "a split of nothing",
                        json(200, "[" + ROW.replace(":1.0", ":0.0") + "]"),
                        InputRefused.class,
                        "[0].splitFactor: a split factor is above zero"),
                Arguments.of(
                        "a negative dividend",
                        json(200, "[" + ROW.replace("Cash\":0.0", "Cash\":-0.1") + "]"),
                        InputRefused.class,
                        "[0].divCash: an amount per share cannot be negative"),
                Arguments.of("numbers", json(200, "[1,2]"), InputRefused.class, "[0].date"),
                Arguments.of("nested", json(200, "[".repeat(10_000)), InputRefused.class, "no JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherAnswers")
    void whatIsNotBarsIsToldApartWithoutTheToken(
            String name, MockResponse.Builder answer, Class<? extends PipelineFailure> failure, String words) {
        provider.answers(answer);
        Throwable thrown = catchThrowable(this::download);

        assertThat(thrown).isInstanceOf(failure).hasMessageContaining("tiingo").hasMessageContaining(words);
        assertThat(provider.requests()).isEqualTo(1);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(TOKEN);
    }

    @Test
    void aServerThatFailsWithTheTokenInItsWordsIsQuotedWithoutThem() {
        MockResponse.Builder echo = text(500, TOKEN).status("HTTP/1.1 500 " + TOKEN);
        MockResponse.Builder broken = text(200, TOKEN).status(TOKEN);
        provider.answers(echo, broken, echo, broken);
        Throwable thrown = catchThrowable(this::download);

        assertThat(thrown).isInstanceOf(ProviderUnavailable.class);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(TOKEN);
        assertThat(provider.requests()).isEqualTo(4);
    }

    @Test
    void anEmptyListIsAnAnswer() {
        provider.answers(json(200, "[]"));

        assertThat(download().bars()).isEmpty();
    }
}
