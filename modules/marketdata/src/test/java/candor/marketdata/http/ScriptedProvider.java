package candor.marketdata.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A provider on this machine that answers what a test says, one answer a request, with time that stands still. */
public final class ScriptedProvider implements AutoCloseable {

    public static final String AGENT = "Mozilla/5.0 (test)";
    public static final int MAX_BYTES = 1 << 20;

    private final MockWebServer server = new MockWebServer();
    private final InjectedTime time = new InjectedTime();

    public ScriptedProvider() {
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answers, in their order. */
    public ScriptedProvider answers(MockResponse.Builder... answers) {
        Arrays.stream(answers).map(MockResponse.Builder::build).forEach(server::enqueue);
        return this;
    }

    public static MockResponse.Builder json(int status, String body) {
        return text(status, body).setHeader("Content-Type", "application/json;charset=utf-8");
    }

    public static MockResponse.Builder text(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).setHeader("Content-Type", "text/html; charset=UTF-8");
    }

    /** A client that gives up after a quarter of a second. */
    public PoliteClient client(String name) {
        HttpSettings settings = new HttpSettings(
                AGENT,
                Duration.ofMillis(250),
                Duration.ofMillis(120),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                MAX_BYTES);
        return new PoliteClient(name, settings, time, new SplittableRandom(7), time);
    }

    /** A client for answers that take their time to be read. */
    public PoliteClient patientClient(String name) {
        return new PoliteClient(name, HttpSettings.standard(AGENT), time, new SplittableRandom(7), time);
    }

    public InjectedTime time() {
        return time;
    }

    public HttpUrl url(String path) {
        return server.url(path);
    }

    public int requests() {
        return server.getRequestCount();
    }

    /** The oldest request that was not taken yet. */
    public RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
