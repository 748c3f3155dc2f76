package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.failure.CorruptCheckpoint;
import candor.store.port.ObjectStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run records in an object store. Stages of one run that end at the same moment do not lose each other's note. */
public final class RunRecords {

    private static final String FOLDER = "runs/";
    private static final String ENDING = ".json";

    private final ObjectStore store;

    public RunRecords(ObjectStore store) {
        this.store = store;
    }

    /** Adds a stage to the run's record, creating the record with its first stage. */
    public void note(String runId, String execution, Symbol symbol, LocalDate asOf, RunRecord.StageDone done) {
        Documents.update(
                store,
                keyOf(runId),
                bytes -> RunRecord.FORM.write(bytes.map(found -> parse(runId, found))
                        .orElseGet(() -> new RunRecord(RunRecord.SCHEMA, runId, execution, symbol, asOf, List.of()))
                        .with(done)));
    }

    /** Writes the record, whatever is there: for one that was made again of an execution's history. */
    public void replace(RunRecord record) {
        Documents.update(store, keyOf(record.runId()), present -> RunRecord.FORM.write(record));
    }

    public Optional<RunRecord> find(String runId) {
        return store.find(keyOf(runId)).map(object -> parse(runId, object.bytes()));
    }

    /** The records of all runs for a symbol and day, by name. */
    public List<RunRecord> findAll(Symbol symbol, LocalDate asOf) {
        return store.list(FOLDER + RunId.of(symbol, asOf, "")).stream()
                .filter(key -> key.endsWith(ENDING))
                .map(key -> find(key.substring(FOLDER.length(), key.length() - ENDING.length())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The records of all runs of a symbol, by name, without those that cannot be read. */
    public List<RunRecord> readable(Symbol symbol) {
        List<RunRecord> records = new ArrayList<>();
        for (String key : store.list(FOLDER + symbol + "_")) {
            try {
                if (key.endsWith(ENDING)) {
                    find(key.substring(FOLDER.length(), key.length() - ENDING.length()))
                            .ifPresent(records::add);
                }
            } catch (CorruptCheckpoint e) {
                // A damaged record says nothing; whoever needs that run reads it by its name, which reports the damage.
            }
        }
        return records;
    }

    private static RunRecord parse(String runId, byte[] bytes) {
        RunRecord record = RunRecord.FORM.read(keyOf(runId), bytes);
        if (!record.runId().equals(runId)) {
            throw SealedForm.damaged(
                    keyOf(runId), new IllegalArgumentException("it is the record of " + record.runId()));
        }
        return record;
    }

    private static String keyOf(String runId) {
        return FOLDER + runId + ENDING;
    }
}
