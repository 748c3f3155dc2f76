package candor.pipeline.stage;

import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Input;
import candor.store.failure.RequestRefused;
import candor.store.run.RunId;
import candor.store.run.RunRecords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The artefacts that a stage reads, by file name, in the order in which it asked for them. Asking takes a note of the
 * digest; the bytes are read, and verified, only when they are wanted.
 *
 * <p>The checkpoints come from the request. One that it does not bring is the one that the run itself has used so far, by
 * its record: so a stage can be run again, alone, by naming the run.
 */
final class InputArtefacts {

    private final Checkpoints checkpoints;
    private final RunRecords runs;
    private final StageRequest request;
    private final Map<StageName, Checkpoint> read = new LinkedHashMap<>();
    private final Map<String, Artefact> artefacts = new LinkedHashMap<>();
    private final Map<String, byte[]> verified = new HashMap<>();

    InputArtefacts(Workshop workshop, StageRequest request) {
        this.checkpoints = workshop.checkpoints();
        this.runs = workshop.runs();
        this.request = request;
    }

    /** Notes artefacts of the checkpoint that the request brings for a stage. */
    InputArtefacts from(StageName stage, ArtefactKey<?>... keys) {
        Checkpoint checkpoint = checkpointOf(stage);
        for (ArtefactKey<?> key : keys) {
            artefacts.put(key.name(), checkpoint.getArtefact(key));
        }
        return this;
    }

    /** Whether the stage has a checkpoint with the artefact; notes it if so. */
    boolean takes(StageName stage, ArtefactKey<?> key) {
        if (findRef(stage).isEmpty() || !checkpointOf(stage).hasArtefact(key)) {
            return false;
        }
        from(stage, key);
        return true;
    }

    Checkpoint checkpointOf(StageName stage) {
        return read.computeIfAbsent(stage, this::fetch);
    }

    /** References are wired by hand in the state machine: one of another stage, symbol or day must not go unseen. */
    private Checkpoint fetch(StageName stage) {
        Checkpoint checkpoint = checkpoints.get(getRef(stage));
        if (!checkpoint.stage().equals(stage.key())
                || !checkpoint.symbol().equals(request.symbol())
                || !checkpoint.asOf().equals(request.asOf())) {
            throw new RequestRefused("the request's field 'checkpoints." + stage.key() + "' refers to "
                    + checkpoint.stage() + " of " + checkpoint.symbol() + " as of " + checkpoint.asOf() + ", not to "
                    + stage.key() + " of " + request.symbol() + " as of " + request.asOf()
                    + "; pass the reference that this run's " + stage.key() + " answered");
        }
        return checkpoint;
    }

    /** The stages before the given one that have a checkpoint, in the order of the pipeline. */
    List<StageName> stagesBefore(StageName stage) {
        return Arrays.stream(StageName.values())
                .filter(other -> other.compareTo(stage) < 0 && findRef(other).isPresent())
                .toList();
    }

    CheckpointRef getRef(StageName stage) {
        return findRef(stage)
                .orElseThrow(() -> new RequestRefused("the request lacks the field 'checkpoints." + stage.key()
                        + "', and the run " + runId().orElse("without asOf") + " has not done that stage either"));
    }

    private Optional<CheckpointRef> findRef(StageName stage) {
        CheckpointRef brought = request.checkpoints().get(stage.key());
        return brought != null
                ? Optional.of(brought)
                : runId().flatMap(runs::find).flatMap(run -> run.findCheckpoint(stage.key()));
    }

    private Optional<String> runId() {
        return Optional.ofNullable(request.asOf()).map(asOf -> RunId.of(request.symbol(), asOf, request.execution()));
    }

    /** The artefact's bytes, for reading only: a stage that asks again gets the same array, not verified a second time. */
    byte[] bytes(ArtefactKey<?> key) {
        Artefact artefact = artefacts.get(key.name());
        if (artefact == null) {
            throw new IllegalArgumentException("not asked for: '" + key + "'; noted are " + artefacts.keySet());
        }
        return verified.computeIfAbsent(artefact.key(), _ -> checkpoints.bytes(artefact));
    }

    /** The artefact, read; throws as its reader. */
    <T> T read(ArtefactKey<T> key) {
        return key.read(bytes(key));
    }

    List<Input> toInputs() {
        List<Input> inputs = new ArrayList<>();
        artefacts.values().forEach(artefact -> inputs.add(new Input(artefact.key(), artefact.sha256())));
        return inputs;
    }
}
