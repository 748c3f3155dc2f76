package candor.function.predict;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.table.HistoryTables;
import candor.serving.api.ApiRequest;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Input;
import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Requests made before a snapshot, so that the first one after it finds every class loaded and the store's client set up:
 * one for each path of the API, on one symbol. Where nothing has been forecast yet, as when the stack is new, what the
 * function brings along stands in, after the bucket was asked too. Reads only. Whatever goes wrong is told, and costs no
 * more than a slower first request.
 */
final class Priming {

    private static final String LATEST = "latest/";
    private static final int BARS = 300;

    private final ObjectStore store;
    private final Function<ObjectStore, UnaryOperator<byte[]>> handlers;
    private final Consumer<String> notices;

    /** @param handlers for a store, from an event's bytes to an answer's */
    Priming(ObjectStore store, Function<ObjectStore, UnaryOperator<byte[]>> handlers, Consumer<String> notices) {
        this.store = store;
        this.handlers = handlers;
        this.notices = notices;
    }

    void run() {
        try {
            Optional<Symbol> symbol = anySymbol(store);
            if (symbol.isPresent()) {
                walk(store, symbol.get());
            } else {
                ObjectStore bundled = BundledStore.load();
                Symbol stand = anySymbol(bundled).orElseThrow();
                new Latest(store).find(stand);
                walk(bundled, stand);
                notices.accept("primed with a synthetic stock: there is no forecast yet");
            }
        } catch (RuntimeException e) {
            notices.accept("priming was cut short: " + e);
        }
    }

    private void walk(ObjectStore from, Symbol symbol) {
        UnaryOperator<byte[]> handler = handlers.apply(from);
        for (String path : List.of(
                "/v1/openapi.yaml",
                "/v1/symbols",
                "/v1/health",
                "/v1/forecasts/" + symbol,
                "/v1/forecasts/" + symbol + "/chart.svg",
                "/v1/reports/" + symbol)) {
            ask(handler, new ApiRequest("GET", path, Map.of(), null));
        }
        ask(handler, prediction(symbol, storedBars(from, symbol)));
    }

    private void ask(UnaryOperator<byte[]> handler, ApiRequest request) {
        byte[] answer = handler.apply(ProxyEvent.of(request));
        int status = Json.readTree(answer).path("statusCode").intValue();
        if (status != 200) {
            notices.accept("primed " + request.method() + " " + request.path() + " with status " + status);
        }
    }

    private static Optional<Symbol> anySymbol(ObjectStore from) {
        return from.list(LATEST).stream()
                .map(key -> key.substring(LATEST.length()))
                .filter(Symbol::isWellFormed)
                .map(Symbol::of)
                .findFirst();
    }

    private static ApiRequest prediction(Symbol symbol, PriceHistory bars) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("symbol", symbol.value());
        body.put("bars", lastBars(bars));
        return new ApiRequest(
                "POST",
                "/v1/predictions",
                Map.of(),
                null,
                "application/json",
                new String(Json.writeLine(body), StandardCharsets.UTF_8));
    }

    /** The bars that the latest forecast was made from. */
    private static PriceHistory storedBars(ObjectStore from, Symbol symbol) {
        Checkpoints checkpoints = new Checkpoints(from, _ -> {});
        Checkpoint forecast =
                checkpoints.get(new Latest(from).find(symbol).orElseThrow().forecast());
        return PriceHistory.of(
                read(checkpoints, forecast, HistoryTables.BARS), read(checkpoints, forecast, HistoryTables.ADJUSTED));
    }

    private static <T> T read(Checkpoints checkpoints, Checkpoint forecast, ArtefactKey<T> key) {
        Input input = forecast.findInput(key)
                .orElseThrow(() -> new CorruptCheckpoint("the forecast of " + forecast.symbol() + " names no " + key));
        return key.read(checkpoints.bytes(input));
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
