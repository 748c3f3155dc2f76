package candor.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candor.forecasting.calendar.NyseCalendar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names the server is asked for, and with which token. */
class ServerAccessTest extends ConsoleTest {

    private static final AccessToken TOKEN = new AccessToken("0123456789abcdef");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost:8080", "LOCALHOST", "[::1]:8080"})
    void loopbackNamesAreAnswered(String host) throws Exception {
        assertThat(visitor.raw("GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "rebound.example:8080", "localhost.rebound.example", "10.0.0.7", ""})
    void otherNamesAreNot(String host) throws Exception {
        assertThat(visitor.raw("GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403 ");
        assertThat(visitor.raw("GET /v1/health HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 403 ")
                .contains("application/problem+json");
    }

    @Test
    void missingOrSecondHostIsNotAnswered() throws Exception {
        assertThat(visitor.raw("GET / HTTP/1.0")).startsWith("HTTP/1.1 403 ");
        assertThat(visitor.raw("GET / HTTP/1.1", "Host: localhost", "Host: rebound.example"))
                .doesNotStartWith("HTTP/1.1 200 ");
    }

    @Test
    void furtherNamesAreAnsweredWhereWanted() throws Exception {
        ConsoleSettings settings = new ConsoleSettings("127.0.0.1", 0, Set.of("Candor.internal"), null);
        try (ConsoleServer named = ConsoleServer.open(settings, console(), faults::add);
                Visitor guest = new Visitor(named.address())) {
            assertThat(guest.raw("GET / HTTP/1.1", "Host: candor.internal:80")).startsWith("HTTP/1.1 200 ");
            assertThat(guest.raw("GET / HTTP/1.1", "Host: other.internal")).startsWith("HTTP/1.1 403 ");
        }
    }

    /** A server on all addresses was of no use: it knew the name '0.0.0.0' and those of loopback alone. */
    @Test
    void addressByWhichTheRequestCameInIsAName() throws Exception {
        ConsoleSettings settings = new ConsoleSettings("0.0.0.0", 0, Set.of(), TOKEN);
        try (ConsoleServer open = ConsoleServer.open(settings, console(), faults::add);
                Visitor guest = new Visitor(
                        URI.create("http://127.0.0.2:" + open.address().getPort() + "/"))) {
            String token = "Authorization: Bearer " + TOKEN.secret();
            assertThat(guest.raw("GET / HTTP/1.1", "Host: 127.0.0.2:80", token)).startsWith("HTTP/1.1 200 ");
            assertThat(guest.raw("GET / HTTP/1.1", "Host: 127.0.0.3:80", token)).startsWith("HTTP/1.1 403 ");
            assertThat(guest.raw("GET / HTTP/1.1", "Host: 127.0.0.2:80")).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void tokenIsAskedForAndTaken() throws Exception {
        ConsoleSettings settings = new ConsoleSettings("127.0.0.1", 0, Set.of(), TOKEN);
        try (ConsoleServer closed = ConsoleServer.open(settings, console(), faults::add);
                Visitor guest = new Visitor(closed.address())) {
            for (String target : new String[] {"/", "/v1/health", "/console.css", "/nowhere"}) {
                assertThat(guest.get(target).statusCode()).as(target).isEqualTo(401);
                assertThat(guest.get(target)
                                .headers()
                                .firstValue("WWW-Authenticate")
                                .orElseThrow())
                        .startsWith("Basic realm=");
            }
            assertThat(guest.get("/v1/health").headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(guest.get("/", "Authorization", basic("anybody:" + TOKEN.secret()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(guest.get("/", "Authorization", "bearer " + TOKEN.secret())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer 0123456789abcdeF",
                "Bearer 0123456789abcde",
                "Bearer",
                "0123456789abcdef",
                "Basic 0123456789abcdef",
                "Basic !",
                "Digest 0123456789abcdef",
                ""
            })
    void whatIsNoTokenOrAnotherIsNotTaken(String header) {
        assertThat(TOKEN.admits(List.of(header))).isFalse();
    }

    @Test
    void twoTokensAreNotTaken() {
        String right = "Bearer " + TOKEN.secret();

        assertThat(TOKEN.admits(null)).isFalse();
        assertThat(TOKEN.admits(List.of(right, right))).isFalse();
        assertThat(TOKEN.admits(List.of(right))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcde", "0123456789abcdef ", "0123456789abcdef\u00e9"})
    void weakTokensAreRejected(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken(secret))
                .withMessageContaining("at least 16 characters")
                .withMessageContaining("openssl rand -hex 16");
    }

    @Test
    void nobodyListensBeyondLoopbackWithoutToken() {
        ConsoleSettings settings = new ConsoleSettings("0.0.0.0", 0, Set.of(), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleServer.open(settings, console(), faults::add))
                .withMessageContaining("others than this machine reach 0.0.0.0")
                .withMessageContaining("CANDOR_SERVE_TOKEN");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Console console() {
        return new Console(
                store, runs, new NyseCalendar(), Clock.fixed(SampleRuns.START, ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
