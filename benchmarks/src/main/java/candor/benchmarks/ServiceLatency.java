package candor.benchmarks;

import candor.forecasting.calendar.NyseCalendar;
import candor.local.console.Console;
import candor.local.console.ConsoleServer;
import candor.local.console.ConsoleSettings;
import candor.local.console.RunsView;
import candor.local.store.FolderObjectStore;
import candor.pipeline.report.ReportLinks;
import candor.serving.api.ApiRequest;
import candor.serving.api.ForecastApi;
import candor.store.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * How long the API takes once it is warm: in this process, and over HTTP on the loopback address, over the store of a home.
 * Prints one JSON line with the median, 95th and 99th percentile in milliseconds, by request.
 */
public final class ServiceLatency {

    private static final int WARM_UP = 2_000;
    private static final int HTTP_OK = 200;

    private ServiceLatency() {}

    /** @param arguments a home's folder, a symbol, a file with the body of a prediction, and how many requests of each kind */
    public static void main(String[] arguments) throws IOException {
        FolderObjectStore store = new FolderObjectStore(Path.of(arguments[0]).resolve("store"));
        String path = "/v1/forecasts/" + arguments[1];
        String body = Files.readString(Path.of(arguments[2]));
        int requests = Integer.parseInt(arguments[3]);
        Map<String, Object> line = new LinkedHashMap<>();
        inProcess(store, path, body, requests, line);
        overHttp(store, path, body, requests, line);
        System.out.println(new String(Json.writeLine(line), StandardCharsets.UTF_8));
    }

    private static void inProcess(
            FolderObjectStore store, String path, String body, int requests, Map<String, Object> line) {
        ForecastApi api = new ForecastApi(
                store, new NyseCalendar(), Clock.systemUTC(), (symbol, file) -> new ReportLinks.Link("/", null));
        ApiRequest get = new ApiRequest("GET", path, Map.of(), null);
        ApiRequest post = new ApiRequest("POST", "/v1/predictions", Map.of(), null, "application/json", body);
        line.put("get_handler", percentiles(requests, () -> api.answer(get).status()));
        line.put("post_handler", percentiles(requests, () -> api.answer(post).status()));
    }

    private static void overHttp(
            FolderObjectStore store, String path, String body, int requests, Map<String, Object> line) {
        Console console = new Console(store, new NoRuns(), new NyseCalendar(), Clock.systemUTC(), ZoneOffset.UTC);
        Consumer<String> notices = System.err::println;
        try (ConsoleServer server = ConsoleServer.open(ConsoleSettings.onLoopback(0), console, notices);
                HttpClient client = HttpClient.newHttpClient()) {
            URI address = server.address();
            HttpRequest get = HttpRequest.newBuilder(address.resolve(path)).build();
            HttpRequest post = HttpRequest.newBuilder(address.resolve("/v1/predictions"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            line.put("get_http", percentiles(requests, () -> status(client, get)));
            line.put("post_http", percentiles(requests, () -> status(client, post)));
        }
    }

    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<String, Double> percentiles(int requests, IntSupplier request) {
        double[] milliseconds = new double[requests];
        for (int i = -WARM_UP; i < requests; i++) {
            long started = System.nanoTime();
            int status = request.getAsInt();
            if (status != HTTP_OK) {
                throw new IllegalStateException("answered with status " + status);
            }
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        Map<String, Double> found = new LinkedHashMap<>();
        for (int percent : List.of(50, 95, 99)) {
            found.put("p" + percent, milliseconds[(int) Math.ceil(percent / 100.0 * requests) - 1]);
        }
        return found;
    }

    private static final class NoRuns implements RunsView {

        @Override
        public List<RunLine> latest(int limit) {
            return List.of();
        }

        @Override
        public Optional<RunDetail> find(String execution) {
            return Optional.empty();
        }
    }
}
