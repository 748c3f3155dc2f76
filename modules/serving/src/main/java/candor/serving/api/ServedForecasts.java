package candor.serving.api;

import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.market.Symbol;
import candor.pipeline.report.ForecastDocument;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.run.Latest;
import candor.store.run.RunRecord.StageDone;
import candor.store.run.RunRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What {@code latest/} points to, read and verified anew at every question. */
public final class ServedForecasts {

    private static final String LATEST = "latest/";

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
     * @throws candor.store.failure.UnreadableCheckpoint where it is there and cannot be used
     * @throws candor.store.failure.StoreUnavailable where the store does not answer
     */
    public Optional<ServedForecast> find(Symbol symbol) {
        return new Latest(store).find(symbol).map(Latest.Pointer::forecast).map(this::served);
    }

    /**
     * The forecast of a symbol as of a day: the one that is served, where it is of that day, else that of the run that
     * was the last to end. Throws as {@link #find(Symbol)}.
     */
    public Optional<ServedForecast> find(Symbol symbol, LocalDate asOf) {
        Optional<CheckpointRef> latest = new Latest(store)
                .find(symbol)
                .filter(pointer -> pointer.asOf().equals(asOf))
                .map(Latest.Pointer::forecast);
        return latest.or(() -> ofRuns(symbol, asOf)).map(this::served);
    }

    private Optional<CheckpointRef> ofRuns(Symbol symbol, LocalDate asOf) {
        return new RunRecords(store)
                .findAll(symbol, asOf).stream()
                        .flatMap(run -> run.stages().stream())
                        .filter(done -> done.stage().equals("forecast"))
                        .max(Comparator.comparing(StageDone::ended))
                        .map(StageDone::checkpoint);
    }

    private ServedForecast served(CheckpointRef ref) {
        Checkpoints checkpoints = new Checkpoints(store, _ -> {});
        Checkpoint checkpoint = checkpoints.get(ref);
        if (!checkpoint.hasArtefact(ForecastDocument.KEY)) {
            throw new CorruptCheckpoint(ref.key() + " lists no " + ForecastDocument.KEY + "; run the stage again");
        }
        Artefact artefact = checkpoint.getArtefact(ForecastDocument.KEY);
        ForecastDocument forecast = parse(artefact, checkpoints.bytes(artefact));
        Freshness freshness = Freshness.of(forecast.asOf(), forecast.synthetic(), calendar, clock);
        return new ServedForecast(ref, artefact.sha256(), forecast, freshness.sessionsBehind(), freshness.stale());
    }

    private static ForecastDocument parse(Artefact artefact, byte[] bytes) {
        try {
            return ForecastDocument.KEY.read(bytes);
        } catch (JacksonException e) {
            throw new CorruptCheckpoint(artefact.key() + " cannot be read as a forecast; run the stage again", e);
        }
    }
}
