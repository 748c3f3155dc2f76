package candor.pipeline.stage;

/** One step of the pipeline: reads checkpoints, writes one, answers its reference. */
public interface Stage {

    StageName name();

    /** Does the work or finds it done. Throws a {@link candor.pipeline.failure.PipelineFailure} where it cannot. */
    StageResult run(StageRequest request);
}
