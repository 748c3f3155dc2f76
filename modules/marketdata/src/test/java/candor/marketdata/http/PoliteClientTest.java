package candor.marketdata.http;

import static candor.marketdata.http.ScriptedProvider.json;
import static candor.marketdata.http.ScriptedProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candor.store.failure.InputRefused;
import candor.store.failure.ProviderUnavailable;
import candor.store.failure.RateLimited;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteClientTest {

    private final ScriptedProvider provider = new ScriptedProvider();
    private final PoliteClient client = provider.client("yahoo");

    @AfterEach
    void close() {
        provider.close();
    }

    private Answer get() {
        return client.get(provider.url("/x"), Map.of());
    }

    /** The status says it all: neither a body that hangs or breaks nor one without end leads to another question. */
    @ParameterizedTest
    @ValueSource(ints = {429, 999})
    void whoAsksToComeBackLaterNeedsNoBody(int status) {
        for (MockResponse.Builder fault : List.of(
                text(status, "x".repeat(5000)).onResponseBody(new SocketEffect.CloseSocket()),
                text(status, "no gzip").setHeader("Content-Encoding", "gzip"),
                text(status, "x").bodyDelay(1, TimeUnit.MINUTES),
                text(status, "x".repeat(9 << 20)))) {
            PoliteClient fresh = provider.client("yahoo");
            int before = provider.requests();
            provider.answers(fault.setHeader("Retry-After", "77"));
            RateLimited limited =
                    catchThrowableOfType(RateLimited.class, () -> fresh.get(provider.url("/x"), Map.of()));
            assertThat(limited.retryAfterSeconds()).isEqualTo(77);
            assertThat(provider.requests() - before).isEqualTo(1);
        }
    }

    @Test
    void aFailureWithABodyOfNoEndIsAFailureThatMayPass() {
        provider.answers(text(503, "x".repeat(9 << 20)), json(200, "[1]"));
        assertThat(get().body()).isEqualTo("[1]");
    }

    static Stream<Arguments> whatMayPass() {
        return Stream.of(
                Arguments.of("hang", new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)),
                Arguments.of("hang within the body", json(200, "[1]").bodyDelay(1, TimeUnit.MINUTES)),
                Arguments.of(
                        "a byte now and then", json(200, "[]".repeat(500)).throttleBody(1, 40, TimeUnit.MILLISECONDS)),
                Arguments.of("cut body", json(200, "[]".repeat(5000)).onResponseBody(new SocketEffect.CloseSocket())),
                Arguments.of("closed at once", json(200, "[]").onResponseStart(new SocketEffect.CloseSocket())),
                Arguments.of("no HTTP", json(200, "[]").status("SSH-2.0-OpenSSH_9.9")),
                Arguments.of("no gzip", json(200, "[]").setHeader("Content-Encoding", "gzip")),
                Arguments.of("status 500", json(500, "{}")),
                Arguments.of("status 503", text(503, "Will be right back")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatMayPass")
    void whatMayPassIsAskedAgainAndThenTaken(String name, MockResponse.Builder fault) {
        provider.answers(fault, json(200, "[1]"));

        assertThat(get().body()).isEqualTo("[1]");
        assertThat(provider.requests()).isEqualTo(2);
        assertThat(provider.time().waited()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1300));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatMayPass")
    void whatDoesNotPassIsAskedFourTimes(String name, MockResponse.Builder fault) {
        provider.answers(fault, fault, fault, fault);

        assertThatThrownBy(this::get)
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageStartingWith("yahoo does not answer: ")
                .hasMessageContaining(" failed 4 times, the last time with ")
                .hasMessageEndingWith("name another source in CANDOR_SOURCES, or use --csv FILE");
        assertThat(provider.requests()).isEqualTo(4);
        assertThat(provider.time().waited()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(7300));
    }

    @Test
    void nobodyThereIsUnavailable() {
        HttpUrl nobody = provider.url("/x");
        provider.close();

        assertThatThrownBy(() -> client.get(nobody, Map.of()))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("ConnectException");
        assertThat(provider.time().pauses()).isNotEmpty();
    }

    /** What stands where a status belongs may be anything, a token sent back or what steers a terminal. */
    @Test
    void nothingOfABrokenStatusLineIsRepeated() {
        MockResponse.Builder echo = json(200, "").status("Token sesame123\u001b[31m");
        provider.answers(echo, echo, echo, echo);

        assertThatThrownBy(this::get)
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageNotContaining("sesame")
                .hasMessageNotContaining("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 302, 400, 401, 403, 404, 418})
    void aStatusBelow500IsAnAnswerOfOneRequest(int status) {
        provider.answers(
                text(status, status == 204 ? "" : "words").setHeader("Location", "https://elsewhere.example/"));

        assertThat(get().status()).isEqualTo(status);
        assertThat(provider.requests()).isEqualTo(1);
        assertThat(provider.time().pauses()).isEmpty();
    }

    @ParameterizedTest(name = "status {0}, Retry-After {1}: {2} s")
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "429 | none | 0",
                "999 | none | 0",
                "429 | 120 | 120",
                "999 | 120 | 120",
                "429 | Mon, 08 Jan 2024 23:31:30 GMT | 90",
                "429 | Mon, 08 Jan 2024 23:00:00 GMT | 0",
                "429 | later | 0",
                "429 | 99999999999 | 604800"
            })
    void whoAsksToComeBackLaterIsNotAskedAgain(int status, String retryAfter, long seconds) {
        MockResponse.Builder limit = text(status, "Too Many Requests\r\n");
        provider.answers(retryAfter == null ? limit : limit.setHeader("Retry-After", retryAfter), json(200, "[]"));

        RateLimited first = catchThrowableOfType(RateLimited.class, this::get);
        assertThat(first.retryAfterSeconds()).isEqualTo(seconds);
        assertThat(first)
                .hasMessageContaining("(status " + status + ")")
                .hasMessageEndingWith("; retryAfterSeconds=" + seconds);
        assertThatThrownBy(this::get).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> client.get(provider.url("/another"), Map.of())).isInstanceOf(RateLimited.class);
        assertThat(provider.requests()).isEqualTo(1);
        assertThat(provider.time().pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 503})
    void theWordsCountAsWellAsTheStatus(int status) {
        provider.answers(text(status, "Edge: Too Many Requests"));

        assertThatThrownBy(this::get).isInstanceOf(RateLimited.class);
        assertThatThrownBy(this::get).isInstanceOf(RateLimited.class);
        assertThat(provider.requests()).isEqualTo(1);
    }

    @Test
    void barsWhoseTextHoldsTheWordsAreBars() {
        provider.answers(json(200, "{\"longName\":\"Too Many Requests Inc.\"}"));

        assertThat(get().isJson()).isTrue();
    }

    @Test
    void anAnswerOfNoEndIsRefusedOnce() {
        provider.answers(json(200, "7".repeat(10_000_000)));

        assertThatThrownBy(() -> client.get(provider.url("/x"), Map.of()))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("more than " + ScriptedProvider.MAX_BYTES + " bytes");
        assertThat(provider.requests()).isEqualTo(1);
    }

    @Test
    void theLimitHoldsAfterDecompression() throws IOException {
        provider.answers(json(200, "").setHeader("Content-Encoding", "gzip").body(gzip(64 << 20)));

        assertThatThrownBy(() -> provider.patientClient("yahoo").get(provider.url("/x"), Map.of()))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("more than 8388608 bytes");
        assertThat(provider.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerOfTheLargestSizeIsTaken() {
        provider.answers(json(200, "7".repeat(ScriptedProvider.MAX_BYTES)));

        assertThat(provider.patientClient("yahoo")
                        .get(provider.url("/x"), Map.of())
                        .body())
                .hasSize(ScriptedProvider.MAX_BYTES);
    }

    private static Buffer gzip(int zeros) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            byte[] block = new byte[1 << 20];
            for (int written = 0; written < zeros; written += block.length) {
                sink.write(block);
            }
        }
        assertThat(packed.size()).isLessThan(100_000);
        return packed;
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheBody() {
        provider.answers(json(200, "\uFEFF[1]"));

        Answer answer = get();
        assertThat(answer.isJson()).isTrue();
        assertThat(answer.body()).isEqualTo("[1]");
    }

    @Test
    void aMediaTypeHasNoCase() {
        provider.answers(json(200, "[]").setHeader("Content-Type", "APPLICATION/JSON"));

        assertThat(get().isJson()).isTrue();
    }

    @Test
    void headersAreAsSetAndLeavePackingToTheLibrary() {
        provider.answers(json(200, "[]"));

        client.get(provider.url("/x"), Map.of("Authorization", "Token 12345678"));

        RecordedRequest request = provider.take();
        assertThat(request.getHeaders().names())
                .containsExactlyInAnyOrder(
                        "Accept",
                        "Accept-Encoding",
                        "Accept-Language",
                        "Authorization",
                        "Connection",
                        "Host",
                        "User-Agent");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo(ScriptedProvider.AGENT);
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Token 12345678");
    }

    @Test
    void aCookieGoesBackWhereItCameFrom() {
        provider.answers(json(200, "[]").addHeader("Set-Cookie", "A3=one; Path=/"), json(200, "[]"), json(200, "[]"));
        get();
        get();

        assertThat(provider.take().getHeaders().get("Cookie")).isNull();
        assertThat(provider.take().getHeaders().get("Cookie")).isEqualTo("A3=one");
        provider.client("yahoo").get(provider.url("/x"), Map.of());
        assertThat(provider.take().getHeaders().get("Cookie"))
                .as("another client")
                .isNull();
    }

    @Test
    void requestsStandASecondApartAndNeverQuiteAlike() {
        IntStream.range(0, 40).forEach(i -> provider.answers(json(200, "[]")));
        IntStream.range(0, 40).forEach(i -> get());

        List<Duration> pauses = provider.time().pauses();
        assertThat(pauses).hasSize(39);
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1300)));
        assertThat(pauses.stream().distinct().count()).isGreaterThan(30);
    }

    @Test
    void whoWaitedAlreadyIsNotMadeToWait() {
        provider.answers(json(200, "[]"), json(200, "[]"));
        get();
        provider.time().set(Duration.ofMillis(1300));
        get();

        assertThat(provider.time().pauses()).isEmpty();
    }

    /** A clock that is set back an hour is no reason to wait an hour. */
    @Test
    void aClockSetBackCostsNoMoreThanTheSpacing() {
        provider.answers(json(200, "[]"), json(200, "[]"));
        get();
        provider.time().set(Duration.ofHours(-1));
        get();

        assertThat(provider.time().waited()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1300));
    }

    @Test
    void whoIsInterruptedStopsAndSaysSo() {
        provider.answers(json(503, ""), json(200, "[]"));
        PoliteClient interrupted = new PoliteClient(
                "yahoo",
                HttpSettings.standard(ScriptedProvider.AGENT),
                provider.time(),
                new SplittableRandom(1),
                duration -> {
                    throw new InterruptedException();
                });

        assertThatThrownBy(() -> interrupted.get(provider.url("/x"), Map.of()))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(provider.requests()).isEqualTo(1);
    }
}
