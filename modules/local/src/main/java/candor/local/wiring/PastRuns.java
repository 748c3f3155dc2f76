package candor.local.wiring;

import candor.forecasting.market.Symbol;
import candor.pipeline.stage.StageName;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Finds the records of runs that a person names. */
public final class PastRuns {

    private static final String PREFIX = "runs/";
    private static final String ENDING = ".json";

    private final ObjectStore store;

    public PastRuns(ObjectStore store) {
        this.store = store;
    }

    /** The run of that execution's name or run id. */
    public Optional<RunRecord> find(String name) {
        return store.list(PREFIX).stream()
                .map(key -> key.substring(PREFIX.length(), key.length() - ENDING.length()))
                .filter(runId -> runId.equals(name) || runId.endsWith("_" + name))
                .findFirst()
                .flatMap(runId -> new RunRecords(store).find(runId));
    }

    /** The symbol's run of that execution. */
    public Optional<RunRecord> find(Symbol symbol, String execution) {
        return store.list(PREFIX + symbol + "_").stream()
                .map(key -> key.substring(PREFIX.length(), key.length() - ENDING.length()))
                .filter(runId -> runId.endsWith("_" + execution))
                .findFirst()
                .flatMap(runId -> new RunRecords(store).find(runId));
    }

    /** The symbol's run of the latest day that has done the stage; of several of one day the one that started last. */
    public Optional<RunRecord> findLatest(Symbol symbol, StageName stage) {
        return store.list(PREFIX + symbol + "_").stream()
                .map(key -> key.substring(PREFIX.length(), key.length() - ENDING.length()))
                .flatMap(runId -> new RunRecords(store).find(runId).stream())
                .filter(run -> run.findCheckpoint(stage.key()).isPresent())
                .max(Comparator.comparing(RunRecord::asOf)
                        .thenComparing(PastRuns::start)
                        .thenComparing(RunRecord::runId));
    }

    private static Instant start(RunRecord run) {
        return run.stages().stream()
                .map(RunRecord.StageDone::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
