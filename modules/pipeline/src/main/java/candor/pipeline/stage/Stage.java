package candor.pipeline.stage;

import java.util.Optional;

/** One step of the pipeline: reads checkpoints, writes one, answers its reference. */
public interface Stage {

    StageName name();

    /** Why there is nothing to do, for a person; empty where there is, and {@link #run} is to be called. */
    default Optional<String> nothingToDo(StageRequest request) {
        return Optional.empty();
    }

    /** Does the work or finds it done. Throws a {@link candor.store.failure.PipelineFailure} where it cannot. */
    StageResult run(StageRequest request);
}
