package candor.marketdata.yahoo;

import static candor.marketdata.http.ScriptedProvider.json;
import static candor.marketdata.http.ScriptedProvider.text;
import static candor.marketdata.yahoo.ChartText.JAN_2;
import static candor.marketdata.yahoo.ChartText.JAN_3;
import static candor.marketdata.yahoo.ChartText.dividend;
import static candor.marketdata.yahoo.ChartText.split;
import static candor.marketdata.yahoo.ChartText.twoDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candor.forecasting.market.Symbol;
import candor.marketdata.http.ScriptedProvider;
import candor.store.failure.InputRefused;
import candor.store.failure.PipelineFailure;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RequestRefused;
import candor.store.failure.SourceMissing;
import candor.store.port.Download;
import candor.store.port.RawBar;
import java.time.LocalDate;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YahooBarsTest {

    private static final Symbol STX = Symbol.of("STX");
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 1, 8);
    private static final String UNAUTHORIZED =
            "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid Crumb\"}}}";

    private final ScriptedProvider provider = new ScriptedProvider();
    private final YahooBars yahoo =
            new YahooBars(YahooSettings.below(provider.url("/")), provider.client(YahooBars.NAME));

    @AfterEach
    void close() {
        provider.close();
    }

    private Download download() {
        return yahoo.download(STX, FROM, TO);
    }

    static Stream<Arguments> otherAnswers() {
        return Stream.of(
                fault(
                        "consent page",
                        text(302, "").setHeader("Location", "https://consent.yahoo.com/v2/collect?x=1"),
                        RequestRefused.class,
                        "on to consent.yahoo.com, a page for people"),
                fault("redirect to nowhere", text(303, ""), RequestRefused.class, "on to another page"),
                fault(
                        "a page",
                        text(200, "<!DOCTYPE html><html><body>Hi</body></html>"),
                        ProviderUnavailable.class,
                        "a page instead of bars (status 200, '<!DOCTYPE html>"),
                fault("a page named JSON", json(200, "<html>"), ProviderUnavailable.class, "'<html>'"),
                fault("JSON named a page", text(200, twoDays()), ProviderUnavailable.class, "a page instead of bars"),
                fault(
                        "will be right back",
                        text(200, "Will be right back\u001b[31m\u009b31m..."),
                        ProviderUnavailable.class,
                        "'Will be right back [31m 31m...'"),
                fault("a page for 404", text(404, "<html>"), ProviderUnavailable.class, "status 404"),
                fault("nothing", json(200, ""), ProviderUnavailable.class, "an empty body"),
                fault("no content", json(204, ""), ProviderUnavailable.class, "(status 204, an empty body)"),
                fault("{}", json(200, "{}"), InputRefused.class, "nothing at chart.result"),
                fault("cut JSON", json(200, "{\"chart\":{\"result\":[{"), InputRefused.class, "no JSON"),
                fault(
                        "ten megabytes",
                        json(200, "[" + "7,".repeat(5_000_000) + "7]"),
                        InputRefused.class,
                        "more than 1048576 bytes"),
                fault(
                        "other words for 404",
                        json(404, error("Not Found", "Quote not found")),
                        SourceMissing.class,
                        "yahoo does not know STX, and says 'Not Found: Quote not found'; check the symbol"),
                fault(
                        "other words for 400",
                        json(400, error("Bad Request", "Hm\\n\\u001b")),
                        InputRefused.class,
                        "(status 400) and says 'Bad Request: Hm  '"),
                fault("an error with status 200", json(200, error("Internal", "oops")), InputRefused.class, "oops"));
    }

    private static Arguments fault(
            String name, MockResponse.Builder answer, Class<? extends PipelineFailure> failure, String words) {
        return Arguments.of(name, answer, failure, words);
    }

    private static String error(String code, String description) {
        return "{\"chart\":{\"result\":null,\"error\":{\"code\":\"" + code + "\",\"description\":\"" + description
                + "\"}}}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherAnswers")
    void whatIsNotBarsIsToldApartAndAskedOnce(
            String name, MockResponse.Builder answer, Class<? extends PipelineFailure> failure, String words) {
        provider.answers(answer);

        assertThatThrownBy(this::download).isInstanceOf(failure).hasMessageContaining(words);
        assertThat(provider.requests()).isEqualTo(1);
        assertThat(provider.time().pauses()).isEmpty();
    }

    @Test
    void aSymbolYahooKnowsButHasNoTradeOfIsMissingWhateverItsName() {
        provider.answers(json(200, ChartText.withMeta("{\"symbol\":\"STX\"}", "")));

        assertThatThrownBy(this::download)
                .isInstanceOf(SourceMissing.class)
                .hasMessageContaining("knows the symbol, but no trade");
    }

    @Test
    void barsOutsideTheDaysAskedForAreLeftOutAfterTheirSplitsCount() {
        provider.answers(
                json(200, ChartText.of(JAN_2 + "," + JAN_3, "10,11", "\"splits\":{" + split(JAN_3, "2", "1") + "}")));

        Download answer = yahoo.download(STX, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 2));

        assertThat(answer.bars()).extracting(RawBar::close).containsExactly(20.0);
    }

    @Test
    void aDividendOfTheDayOfASplitIsPerNewShare() {
        String events = "\"dividends\":{" + dividend(JAN_2, "0.5") + "," + dividend(JAN_3, "0.25") + "},\"splits\":{"
                + split(JAN_3, "2", "1") + "}";
        provider.answers(json(200, ChartText.of(JAN_2 + "," + JAN_3, "10,11", events)));

        assertThat(download().bars()).extracting(RawBar::dividend).containsExactly(1.0, 0.25);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        provider.answers(json(200, "\uFEFF" + twoDays()));

        assertThat(download().bars()).hasSize(2);
    }

    /** Midnight in New York, in seconds of 1970; the days of the change are 23 and 25 hours long. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2024-03-09, 2024-03-09, 1709960400, 1710046800",
        "2024-03-10, 2024-03-10, 1710046800, 1710129600",
        "2024-03-11, 2024-03-11, 1710129600, 1710216000",
        "2024-11-02, 2024-11-02, 1730520000, 1730606400",
        "2024-11-03, 2024-11-03, 1730606400, 1730696400",
        "2024-11-04, 2024-11-04, 1730696400, 1730782800",
        "1969-12-31, 1970-01-01, -68400, 104400"
    })
    void theDaysAskedForAreWholeDaysOfNewYork(LocalDate from, LocalDate to, String period1, String period2) {
        provider.answers(json(200, twoDays()));
        yahoo.download(STX, from, to);

        HttpUrl url = provider.take().getUrl();
        assertThat(url.encodedPath()).isEqualTo("/v8/finance/chart/STX");
        assertThat(url.queryParameter("period1")).isEqualTo(period1);
        assertThat(url.queryParameter("period2")).isEqualTo(period2);
        assertThat(url.queryParameter("interval")).isEqualTo("1d");
        assertThat(url.queryParameter("includePrePost")).isEqualTo("false");
        assertThat(url.queryParameter("events")).isEqualTo("div,splits,capitalGains");
        assertThat(url.queryParameter("crumb")).isNull();
    }

    @Test
    void anIndexIsAskedForByItsOwnName() {
        provider.answers(json(200, twoDays()));
        yahoo.download(Symbol.of("^GSPC"), FROM, TO);

        assertThat(provider.take().getUrl().pathSegments().getLast()).isEqualTo("^GSPC");
    }

    @Test
    void anEndBeforeItsStartIsNotAskedFor() {
        assertThatThrownBy(() -> yahoo.download(STX, TO, FROM)).isInstanceOf(IllegalArgumentException.class);
        assertThat(provider.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aCrumbIsFetchedWithItsCookieOnceAndKept(int status) {
        provider.answers(
                json(status, UNAUTHORIZED),
                text(404, "").addHeader("Set-Cookie", "A3=d=AQ&S=x; Path=/; HttpOnly"),
                text(200, "u.9Q/x+ 1".replace(" ", "")),
                json(200, twoDays()),
                json(200, twoDays()));

        assertThat(download().bars()).hasSize(2);
        assertThat(download().bars()).hasSize(2);

        assertThat(provider.take().getUrl().queryParameter("crumb")).isNull();
        assertThat(provider.take().getUrl().encodedPath()).isEqualTo("/cookie");
        var crumbPage = provider.take();
        assertThat(crumbPage.getUrl().encodedPath()).isEqualTo("/v1/test/getcrumb");
        assertThat(crumbPage.getHeaders().get("Cookie")).isEqualTo("A3=d=AQ&S=x");
        for (int i = 0; i < 2; i++) {
            var question = provider.take();
            assertThat(question.getUrl().queryParameter("crumb")).isEqualTo("u.9Q/x+1");
            assertThat(question.getHeaders().get("Cookie")).isEqualTo("A3=d=AQ&S=x");
        }
        assertThat(provider.requests()).isEqualTo(5);
        assertThat(provider.time().pauses()).hasSize(4);
    }

    /** The page with the cookie is an error page as a rule; its status tells nothing. */
    @Test
    void aCookiePageThatFailsDoesNotMatterWhereItGaveTheCookie() {
        provider.answers(
                json(401, UNAUTHORIZED),
                text(404, "not here").addHeader("Set-Cookie", "A3=one; Path=/"),
                text(200, "abc"),
                json(200, twoDays()));

        assertThat(download().bars()).hasSize(2);
        assertThat(provider.requests()).isEqualTo(4);
    }

    static Stream<Arguments> noCrumbs() {
        return Stream.of(
                Arguments.of("a page", text(200, "<html><body>consent</body></html>")),
                Arguments.of("an error", json(401, UNAUTHORIZED)),
                Arguments.of("JSON", json(200, UNAUTHORIZED)),
                Arguments.of("nothing", text(200, "")),
                Arguments.of("words", text(200, "no crumb today")),
                Arguments.of("too long", text(200, "x".repeat(65))),
                Arguments.of("sent on", text(302, "").setHeader("Location", "https://consent.yahoo.com/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noCrumbs")
    void whereNoCrumbIsGivenNoneIsAskedForAgain(String name, MockResponse.Builder crumbPage) {
        provider.answers(json(401, UNAUTHORIZED), text(404, ""), crumbPage, json(401, UNAUTHORIZED));

        assertThatThrownBy(this::download)
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("rejects programs without a crumb, and gives none");
        assertThat(provider.requests()).isEqualTo(3);
        assertThatThrownBy(this::download).isInstanceOf(RequestRefused.class).hasMessageContaining("status 401");
        assertThat(provider.requests()).as("one more question, no more crumbs").isEqualTo(4);
    }

    @Test
    void aCrumbThatDoesNotHelpIsTheEnd() {
        provider.answers(
                json(401, UNAUTHORIZED),
                text(404, ""),
                text(200, "abc"),
                json(401, UNAUTHORIZED),
                json(401, UNAUTHORIZED));

        assertThatThrownBy(this::download).isInstanceOf(RequestRefused.class).hasMessageContaining("status 401");
        assertThatThrownBy(this::download).isInstanceOf(RequestRefused.class);
        assertThat(provider.requests()).isEqualTo(5);
    }
}
