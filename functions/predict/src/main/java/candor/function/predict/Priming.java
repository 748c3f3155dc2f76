package candor.function.predict;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.api.ApiRequest;
import candor.pipeline.checkpoint.Checkpoint;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.failure.CorruptCheckpoint;
import candor.pipeline.json.Json;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.run.Latest;
import candor.pipeline.table.HistoryTables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Requests made before a snapshot, so that the first one after it finds every class loaded and the store's client set up:
 * the overview, and for one symbol its forecast and a prediction from its own stored bars. Reads only. Whatever goes wrong
 * is told, and costs no more than a slower first request.
 */
final class Priming {

    private static final String LATEST = "latest/";
    private static final int BARS = 300;

    private final ObjectStore store;
    private final UnaryOperator<byte[]> handler;
    private final Consumer<String> notices;

    /** @param handler from an event's bytes to an answer's */
    Priming(ObjectStore store, UnaryOperator<byte[]> handler, Consumer<String> notices) {
        this.store = store;
        this.handler = handler;
        this.notices = notices;
    }

    void run() {
        try {
            ask(get("/v1/openapi.yaml"));
            ask(get("/v1/symbols"));
            Optional<Symbol> symbol = anySymbol();
            if (symbol.isEmpty()) {
                notices.accept("primed without a forecast: there is none yet");
                return;
            }
            ask(get("/v1/forecasts/" + symbol.get()));
            ask(prediction(symbol.get()));
        } catch (RuntimeException e) {
            notices.accept("priming was cut short: " + e);
        }
    }

    private void ask(ApiRequest request) {
        byte[] answer = handler.apply(ProxyEvent.of(request));
        int status = Json.readTree(answer).path("statusCode").intValue();
        if (status != 200) {
            notices.accept("primed " + request.method() + " " + request.path() + " with status " + status);
        }
    }

    private static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), null);
    }

    private Optional<Symbol> anySymbol() {
        return store.list(LATEST).stream()
                .map(key -> key.substring(LATEST.length()))
                .filter(Symbol::isWellFormed)
                .map(Symbol::of)
                .findFirst();
    }

    private ApiRequest prediction(Symbol symbol) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("symbol", symbol.value());
        body.put("bars", lastBars(storedBars(symbol)));
        return new ApiRequest(
                "POST",
                "/v1/predictions",
                Map.of(),
                null,
                "application/json",
                new String(Json.writeLine(body), StandardCharsets.UTF_8));
    }

    /** The bars that the latest forecast was made from. */
    private PriceHistory storedBars(Symbol symbol) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        Checkpoint forecast =
                checkpoints.get(new Latest(store).find(symbol).orElseThrow().forecast());
        return HistoryTables.read(
                checkpoints.bytes(input(forecast, "/clean.csv")), checkpoints.bytes(input(forecast, "/adjusted.csv")));
    }

    private static Input input(Checkpoint forecast, String ending) {
        return forecast.inputs().stream()
                .filter(input -> input.key().endsWith(ending))
                .findFirst()
                .orElseThrow(
                        () -> new CorruptCheckpoint("the forecast of " + forecast.symbol() + " names no " + ending));
    }

    private static List<Map<String, Object>> lastBars(PriceHistory history) {
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int t = Math.max(0, history.size() - BARS); t < history.size(); t++) {
            Map<String, Object> bar = new LinkedHashMap<>();
            bar.put("date", history.session(t).toString());
            bar.put("open", history.open(t));
            bar.put("high", history.high(t));
            bar.put("low", history.low(t));
            bar.put("close", history.close(t));
            bar.put("adjustedClose", history.adjustedClose(t));
            bar.put("volume", history.volume(t));
            bars.add(bar);
        }
        return bars;
    }
}
