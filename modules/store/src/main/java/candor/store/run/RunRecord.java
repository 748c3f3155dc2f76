package candor.store.run;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * runs/{runId}.json: which checkpoints a run used.
 *
 * @param schema {@value #SCHEMA}
 * @param stages in the order in which they were done, one note for each
 */
public record RunRecord(
        String schema, String runId, String execution, Symbol symbol, LocalDate asOf, List<StageDone> stages) {

    public static final String SCHEMA = "candor/run/2";

    static final SealedForm<RunRecord> FORM =
            new SealedForm<>(RunRecord.class, RunRecord::schema, SCHEMA, "candor/run/1");

    /**
     * A stage that is done.
     *
     * @param stage its one word, as in {@code train}
     * @param reused whether a checkpoint of earlier work served
     * @param started and {@code ended}: by the clock of the machine that did it
     */
    public record StageDone(
            String stage,
            CheckpointRef checkpoint,
            boolean reused,
            String summary,
            Instant started,
            Instant ended,
            Host host) {}

    /** The record with the stage added, in place of an earlier note of the same stage. */
    public RunRecord with(StageDone done) {
        List<StageDone> all = new ArrayList<>(stages);
        all.removeIf(other -> other.stage().equals(done.stage()));
        all.add(done);
        return new RunRecord(SCHEMA, runId, execution, symbol, asOf, all);
    }

    /** The checkpoint that the run used for a stage. */
    public Optional<CheckpointRef> findCheckpoint(String stage) {
        return stages.stream()
                .filter(done -> done.stage().equals(stage))
                .map(StageDone::checkpoint)
                .findFirst();
    }
}
