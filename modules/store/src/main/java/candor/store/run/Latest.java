package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.failure.CorruptCheckpoint;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** latest/{symbol}: which forecast is served. Never moves backwards in time. */
public final class Latest {

    static final String SCHEMA = "candor/latest/1";

    private final ObjectStore store;

    public Latest(ObjectStore store) {
        this.store = store;
    }

    /** latest/{symbol} as stored. */
    public record Pointer(String schema, Symbol symbol, LocalDate asOf, CheckpointRef forecast) {}

    public Optional<Pointer> find(Symbol symbol) {
        return store.find(keyOf(symbol)).map(object -> parse(symbol, object.bytes()));
    }

    /** Points to the forecast, unless the one that is served is of a later day. */
    public void advance(Symbol symbol, LocalDate asOf, CheckpointRef forecast) {
        Documents.update(store, keyOf(symbol), present -> {
            if (present.isPresent() && parse(symbol, present.get()).asOf().isAfter(asOf)) {
                return present.get();
            }
            return Json.write(new Pointer(SCHEMA, symbol, asOf, forecast));
        });
    }

    private static Pointer parse(Symbol symbol, byte[] bytes) {
        try {
            return Json.read(bytes, Pointer.class);
        } catch (JacksonException e) {
            throw new CorruptCheckpoint(keyOf(symbol) + " cannot be read; delete it and run again", e);
        }
    }

    private static String keyOf(Symbol symbol) {
        return "latest/" + symbol;
    }
}
