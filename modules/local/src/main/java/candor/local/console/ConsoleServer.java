package candor.local.console;

import candor.serving.api.ApiRequest;
import candor.serving.api.RequestBody;
import candor.serving.api.RequestTarget;
import candor.serving.api.UnreadableRequest;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Brings HTTP to a {@link Console}: one virtual thread for each request, until closed. */
public final class ConsoleServer implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    private static final int LONGEST_LINE = 500;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Console console;
    private final HostRule hosts;
    private final BodyMemory bodies = new BodyMemory(ServerLimits.ALL_BODIES_BYTES);
    private final Consumer<String> faults;
    private final ConsoleSettings settings;

    private ConsoleServer(HttpServer server, ConsoleSettings settings, Console console, Consumer<String> faults) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.console = console;
        this.hosts = new HostRule(settings);
        this.faults = faults;
        this.settings = settings;
    }

    /**
     * Listens and answers from now on.
     *
     * @param faults told, in one line without control characters, of every fault of ours that a visitor met; from any
     *     thread
     * @throws IllegalArgumentException where the address cannot be listened on (port in use, no such host, not permitted)
     *     or needs a token that is not there, with the remedy
     */
    public static ConsoleServer open(ConsoleSettings settings, Console console, Consumer<String> faults) {
        ConsoleServer opened = new ConsoleServer(bind(settings), settings, console, faults);
        opened.server.createContext("/", opened::serve);
        opened.server.setExecutor(opened.threads);
        opened.server.start();
        return opened;
    }

    /** The first page's address, with the port that was taken. */
    public URI address() {
        String host = settings.host();
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.getAddress().getPort() + "/");
    }

    /** Stops listening, at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(ConsoleSettings settings) {
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        ServerLimits.install();
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot listen on " + settings.host() + " port " + settings.port() + " (" + e.getMessage()
                            + "); choose another port, or stop what listens there",
                    e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answerOrFault(exchange));
        }
    }

    private WebResponse answerOrFault(HttpExchange exchange) throws IOException {
        String path = String.valueOf(exchange.getRequestURI().getRawPath());
        try {
            return answer(exchange, path);
        } catch (RuntimeException e) {
            faults.accept(onOneLine("cannot answer " + path + ": " + e));
            return Console.rejection(
                    path, 500, "Candor met a fault of its own; the terminal in which it runs says more.");
        }
    }

    /** What a visitor sent may stand in it, and must not steer the terminal that shows it. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST_LINE).forEach(c -> {
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029') {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private WebResponse answer(HttpExchange exchange, String path) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (!hosts.admits(headers.get("Host"), exchange.getLocalAddress().getAddress())) {
            return Console.rejection(path, 403, "This console answers to its own name only; ask for " + address());
        }
        AccessToken token = settings.token();
        if (token != null && !token.admits(headers.get("Authorization"))) {
            return Console.rejection(path, 401, "Send the token of this server, as a password under any user name.")
                    .with("WWW-Authenticate", "Basic realm=\"Candor\", charset=\"UTF-8\"");
        }
        try (BodyMemory.Share share = bodies.open()) {
            RequestTarget target = RequestTarget.of(
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery());
            byte[] body = share.read(exchange.getRequestBody(), ServerLimits.BODY_BYTES);
            return console.answer(new ApiRequest(
                    isHead(exchange) ? "GET" : exchange.getRequestMethod(),
                    target.path(),
                    target.query(),
                    headers.getFirst("If-None-Match"),
                    headers.getFirst("Content-Type"),
                    RequestBody.text(body)));
        } catch (UnreadableRequest e) {
            return Console.rejection(path, e);
        }
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static void send(HttpExchange exchange, WebResponse response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        response.headers().forEach(headers::set);
        boolean head = isHead(exchange);
        if (head) {
            headers.set("Content-Length", Integer.toString(response.body().length));
        }
        boolean empty = head || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }
}
