package candor.pipeline.simulation;

import candor.pipeline.fixture.Pipeline;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageResult;
import candor.store.failure.TransientFailure;
import candor.store.port.BarSource;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.run.Approval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process does with a world: a stage of a run, or a person's command.
 *
 * @param name for messages
 */
public record Act(String name, Deed deed) {

    /** What takes time to compute and changes nothing about storing: simulated stages do without. */
    static final List<String> COSTLY = List.of("ridge", "boosting", "cart", "garch", "logHarL", "harPOwn");

    private static final int ATTEMPTS = 4;

    /** Done again after it was cut off, it goes on. */
    @FunctionalInterface
    public interface Deed {

        /** @param results of the run's stages so far; a stage adds its own */
        void on(ObjectStore store, Ledger ledger, Map<StageName, StageResult> results);
    }

    /** All stages of a run. */
    public static List<Act> run(String execution, BarSource source, @Nullable LocalDate asOf) {
        return List.of(StageName.values()).stream()
                .map(name -> stage(name, execution, source, asOf))
                .toList();
    }

    /** Promote, where a person has to agree or has answered. */
    static Act promote(String execution, BarSource source, Approval approval) {
        return stage(StageName.PROMOTE, execution, source, null, approval);
    }

    private static Act stage(StageName name, String execution, BarSource source, @Nullable LocalDate asOf) {
        return stage(name, execution, source, asOf, null);
    }

    private static Act stage(
            StageName name, String execution, BarSource source, @Nullable LocalDate asOf, @Nullable Approval approval) {
        return new Act(name.key(), (store, ledger, results) -> {
            LocalDate day = results.isEmpty()
                    ? asOf
                    : results.values().iterator().next().asOf();
            results.put(
                    name,
                    new Pipeline(store, source, ledger)
                            .stage(name)
                            .run(Pipeline.requestWithout(COSTLY, execution, day, approval, results)));
        });
    }

    /** A transient failure is tried again, as the state machine does. */
    public void live(ObjectStore store, Ledger ledger, Map<StageName, StageResult> results) {
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                deed.on(store, ledger, results);
                return;
            } catch (TransientFailure failure) {
                if (left == 0) {
                    throw failure;
                }
            }
        }
    }
}
