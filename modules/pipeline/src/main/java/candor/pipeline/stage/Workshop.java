package candor.pipeline.stage;

import candor.store.checkpoint.Checkpoints;
import candor.store.port.ObjectStore;
import candor.store.run.Host;
import candor.store.run.RunRecords;
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
}
