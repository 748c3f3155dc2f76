package candor.serving.api;

import candor.forecasting.market.PriceHistory;
import candor.forecasting.market.Symbol;
import candor.pipeline.table.HistoryTables;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bars that a stored forecast was made from, as a user would send them. */
public final class StoredBars {

    private StoredBars() {}

    /** Of the latest forecast, oldest first; they may be changed. */
    public static List<Map<String, Object>> of(ObjectStore store, Symbol symbol) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        Checkpoint forecast =
                checkpoints.get(new Latest(store).find(symbol).orElseThrow().forecast());
        PriceHistory history = PriceHistory.of(
                HistoryTables.BARS.read(input(checkpoints, forecast, "/clean.csv")),
                HistoryTables.ADJUSTED.read(input(checkpoints, forecast, "/adjusted.csv")));
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int t = 0; t < history.size(); t++) {
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

    /** The body of a request. */
    public static String body(Symbol symbol, List<Map<String, Object>> bars) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("symbol", symbol.value());
        body.put("bars", bars);
        return new String(Json.writeLine(body), StandardCharsets.UTF_8);
    }

    /** The request. */
    public static ApiRequest request(String body) {
        return new ApiRequest("POST", "/v1/predictions", Map.of(), null, "application/json", body);
    }

    private static byte[] input(Checkpoints checkpoints, Checkpoint forecast, String ending) {
        return checkpoints.bytes(forecast.inputs().stream()
                .filter(input -> input.key().endsWith(ending))
                .findFirst()
                .orElseThrow());
    }
}
