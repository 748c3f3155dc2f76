package candor.pipeline.stage;

import candor.pipeline.checkpoint.CheckpointRef;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.failure.RequestRefused;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.run.Host;
import candor.pipeline.run.RunRecords;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What every stage works with.
 *
 * @param store where checkpoints and pointers are kept
 * @param clock for run records only; nothing that is computed may depend on it, but for which sessions are over
 * @param host noted in run records
 * @param notices told, in one line, of what a person should know (a damaged checkpoint that was replaced)
 */
public record Workshop(ObjectStore store, Clock clock, Host host, Consumer<String> notices) {

    public Checkpoints checkpoints() {
        return new Checkpoints(store, notices);
    }

    public RunRecords runs() {
        return new RunRecords(store);
    }

    /** The checkpoint of an earlier stage that a request must bring. */
    static CheckpointRef required(StageRequest request, StageName stage) {
        CheckpointRef ref = request.checkpoints().get(stage.key());
        if (ref == null) {
            throw new RequestRefused("the request lacks the field 'checkpoints." + stage.key()
                    + "'; pass the reference that the stage answered");
        }
        return ref;
    }
}
