package candor.local.console;

import candor.serving.api.ApiRequest;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Brings HTTP to a {@link Console}: one virtual thread for each request, until closed. */
public final class ConsoleServer implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Console console;
    private final HostRule hosts;
    private final Consumer<String> faults;
    private final String host;

    private ConsoleServer(HttpServer server, ConsoleSettings settings, Console console, Consumer<String> faults) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.console = console;
        this.hosts = new HostRule(settings);
        this.faults = faults;
        this.host = settings.host();
    }

    /**
     * Listens and answers from now on.
     *
     * @param faults told, in one line, of every fault of ours that a visitor met; from any thread
     * @throws IllegalArgumentException where the address cannot be listened on (port in use, no such host, not permitted),
     *     with the remedy
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
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 0);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "no such host: '" + settings.host() + "'; choose an address of this machine, as in "
                            + ConsoleSettings.LOOPBACK,
                    e);
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
            faults.accept("cannot answer " + path + ": " + e);
            return Console.rejection(
                    path, 500, "Candor met a fault of its own; the terminal in which it runs says more.");
        }
    }

    private WebResponse answer(HttpExchange exchange, String path) throws IOException {
        if (!hosts.admits(exchange.getRequestHeaders().get("Host"))) {
            return Console.rejection(path, 403, "This console answers to its own name only; ask for " + address());
        }
        try {
            RequestTarget target = RequestTarget.of(exchange.getRequestURI());
            Headers headers = exchange.getRequestHeaders();
            return console.answer(new ApiRequest(
                    exchange.getRequestMethod(),
                    target.path(),
                    target.query(),
                    headers.getFirst("If-None-Match"),
                    headers.getFirst("Content-Type"),
                    RequestBody.read(exchange.getRequestBody())));
        } catch (UnreadableRequest e) {
            return Console.rejection(path, e.status(), e.detail());
        }
    }

    private static void send(HttpExchange exchange, WebResponse response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        response.headers().forEach(headers::set);
        boolean empty =
                response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            exchange.getResponseBody().write(response.body());
        }
    }
}
