package candor.pipeline.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.checkpoint.Artefact;
import candor.pipeline.checkpoint.Checkpoint;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.failure.CorruptCheckpoint;
import candor.pipeline.json.Json;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.run.Latest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What {@code latest/} points to, read and verified anew at every question. */
public final class ServedForecasts {

    private static final String LATEST = "latest/";
    private static final String ARTEFACT = "forecast.json";

    private final ObjectStore store;
    private final TradingCalendar calendar;
    private final Clock clock;

    /**
     * @param calendar of the exchange where the symbols trade
     * @param clock against which age is counted
     */
    public ServedForecasts(ObjectStore store, TradingCalendar calendar, Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The symbols that have a forecast, ascending; names that are no symbols are passed over. */
    public List<Symbol> symbols() {
        return store.list(LATEST).stream()
                .map(key -> key.substring(LATEST.length()))
                .filter(Symbol::isWellFormed)
                .map(Symbol::of)
                .toList();
    }

    /**
     * The latest forecast of a symbol.
     *
     * @throws candor.pipeline.failure.UnreadableCheckpoint where it is there and cannot be used
     * @throws candor.pipeline.failure.StoreUnavailable where the store does not answer
     */
    public Optional<ServedForecast> find(Symbol symbol) {
        return new Latest(store).find(symbol).map(this::served);
    }

    private ServedForecast served(Latest.Pointer pointer) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        Checkpoint checkpoint = checkpoints.get(pointer.forecast());
        if (!checkpoint.hasArtefact(ARTEFACT)) {
            throw new CorruptCheckpoint(pointer.forecast().key() + " lists no " + ARTEFACT + "; run the stage again");
        }
        Artefact artefact = checkpoint.getArtefact(ARTEFACT);
        ForecastDocument forecast = parse(artefact, checkpoints.bytes(artefact));
        Freshness freshness = Freshness.of(forecast.asOf(), forecast.synthetic(), calendar, clock);
        return new ServedForecast(
                pointer.forecast(), artefact.sha256(), forecast, freshness.sessionsBehind(), freshness.stale());
    }

    private static ForecastDocument parse(Artefact artefact, byte[] bytes) {
        try {
            return Json.read(bytes, ForecastDocument.class);
        } catch (JacksonException e) {
            throw new CorruptCheckpoint(artefact.key() + " cannot be read as a forecast; run the stage again", e);
        }
    }
}
