package candor.pipeline.stage;

import candor.forecasting.market.Symbol;
import candor.store.checkpoint.CheckpointRef;
import java.time.LocalDate;

/**
 * What a stage answers: references, never data.
 *
 * @param reused whether an earlier checkpoint of the same fingerprint served
 * @param awaitsApproval whether a person has to say something before the run goes on
 * @param summary one line for a person: what was done or found
 */
public record StageResult(
        StageName stage,
        String runId,
        Symbol symbol,
        LocalDate asOf,
        CheckpointRef checkpoint,
        boolean reused,
        boolean awaitsApproval,
        String summary) {}
