package candor.pipeline.stage;

import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.checkpoint.CodeDigest;
import candor.store.checkpoint.Fingerprint;
import candor.store.run.RunId;
import candor.store.run.RunRecord.StageDone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which every stage is run: plan, find the work done or do it, settle its effects, note it in the run's
 * record. Each step may be repeated without harm, so a stage that was killed anywhere is simply run again.
 *
 * @param <R> what of a request concerns the stage; it sees nothing else of it
 */
abstract class CheckpointedStage<R> implements Stage {

    private final StageName name;
    private final Workshop workshop;
    private final Function<StageRequest, R> reader;
    private final String codeDigest;

    /**
     * @param reader takes from a request what concerns the stage
     * @param handedIn classes of what computes for this stage and is known to it by an interface alone
     */
    CheckpointedStage(StageName name, Workshop workshop, Function<StageRequest, R> reader, Class<?>... handedIn) {
        this.name = name;
        this.workshop = workshop;
        this.reader = reader;
        List<Class<?>> roots = new ArrayList<>(List.of(getClass()));
        roots.addAll(List.of(handedIn));
        this.codeDigest = CodeDigest.of(roots);
    }

    /** Reads the request and what it refers to, and the outside world where the stage looks there. */
    abstract Plan plan(R request, InputArtefacts inputs);

    /** What has to be true once the checkpoint is there (pointers, ledger entries); repeated on reuse, so idempotent. */
    void settle(R request, Referenced made) {}

    /** Whether a person has to say something before the run goes on. */
    boolean awaitsApproval(R request, Referenced made) {
        return false;
    }

    @Override
    public final StageName name() {
        return name;
    }

    @Override
    public final StageResult run(StageRequest request) {
        Instant started = workshop.clock().instant();
        Checkpoints checkpoints = workshop.checkpoints();
        R asked = reader.apply(request);
        Plan plan = plan(asked, new InputArtefacts(workshop, request));
        String fingerprint = Fingerprint.of(
                name.key(), request.symbol(), plan.asOf(), codeDigest, plan.settings(), plan.seeds(), plan.inputs());
        Optional<Referenced> earlier = refreshed(request.refreshFrom())
                ? Optional.empty()
                : checkpoints.findUsable(name.key(), request.symbol(), fingerprint);
        Referenced made = earlier.orElseGet(() -> make(request, plan, fingerprint, checkpoints));
        settle(asked, made);
        StageResult result = new StageResult(
                name,
                RunId.of(request.symbol(), plan.asOf(), request.execution()),
                request.symbol(),
                plan.asOf(),
                made.ref(),
                earlier.isPresent(),
                awaitsApproval(asked, made),
                made.checkpoint().summary());
        note(request, result, started);
        return result;
    }

    /** What an earlier run made in the same way, to go on from; nothing where all is to be made again. */
    final Optional<EarlierWork> earlierWork(
            DayRequest request,
            SortedMap<String, String> settings,
            SortedMap<String, Long> seeds,
            InputArtefacts inputs) {
        return refreshed(request.refreshFrom())
                ? Optional.empty()
                : EarlierWork.find(
                        workshop,
                        name,
                        request.symbol(),
                        Fingerprint.ofLineage(name.key(), request.symbol(), codeDigest, settings, seeds),
                        inputs);
    }

    final Workshop workshop() {
        return workshop;
    }

    final String codeDigest() {
        return codeDigest;
    }

    /** Whether the work is to be done again although a checkpoint could serve. */
    final boolean refreshed(@Nullable StageName from) {
        return from != null && name.compareTo(from) >= 0;
    }

    private Referenced make(StageRequest request, Plan plan, String fingerprint, Checkpoints checkpoints) {
        Plan.Made made = plan.work().get();
        Checkpoint draft = new Checkpoint(
                Checkpoint.FORMAT,
                Checkpoint.VERSION,
                name.key(),
                request.symbol(),
                plan.asOf(),
                fingerprint,
                plan.inputs(),
                plan.settings(),
                codeDigest,
                plan.seeds(),
                List.of(),
                made.summary());
        return checkpoints.write(draft, made.products());
    }

    private void note(StageRequest request, StageResult result, Instant started) {
        workshop.runs()
                .note(
                        result.runId(),
                        request.execution(),
                        result.symbol(),
                        result.asOf(),
                        new StageDone(
                                name.key(),
                                result.checkpoint(),
                                result.reused(),
                                result.summary(),
                                started,
                                workshop.clock().instant(),
                                workshop.host()));
    }
}
