package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import candor.store.run.Approval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stage is asked to do; the payload of its Task state and of {@code events/{stage}.json}. All stages have this one
 * form; each sees of it what concerns it, as Train a {@link TrainRequest}.
 *
 * @param execution the state-machine execution's name; with symbol and asOf it makes the run id
 * @param asOf last session that may be visible; null only for Ingest, which resolves it
 * @param source where Ingest finds the bars: {@code synthetic}, an object's key below {@code inbox/}, or the name of a
 *     provider; null leaves it to the configuration
 * @param refreshFrom this stage and those after it do their work again even where a checkpoint could be reused; null for
 *     reuse everywhere
 * @param attempt counts Train's attempts from 0, each with other hyper-parameters
 * @param without candidates that Train leaves out because they did not converge
 * @param approval whether Promote has to have a person's consent, and what the person said; null where it needs none
 * @param checkpoints of the stages before, by stage key; one that is absent is taken from the run's own record
 * @param scheduledTime when a schedule was to start the run: where there is no asOf, Ingest takes it from there; null for
 *     a run that a person started
 */
public record StageRequest(
        String execution,
        Symbol symbol,
        @Nullable LocalDate asOf,
        @Nullable String source,
        @Nullable StageName refreshFrom,
        int attempt,
        List<String> without,
        @Nullable Approval approval,
        SortedMap<String, CheckpointRef> checkpoints,
        @Nullable Instant scheduledTime) {

    /** A request of a run that no schedule started. */
    public StageRequest(
            String execution,
            Symbol symbol,
            @Nullable LocalDate asOf,
            @Nullable String source,
            @Nullable StageName refreshFrom,
            int attempt,
            List<String> without,
            @Nullable Approval approval,
            SortedMap<String, CheckpointRef> checkpoints) {
        this(execution, symbol, asOf, source, refreshFrom, attempt, without, approval, checkpoints, null);
    }
}
