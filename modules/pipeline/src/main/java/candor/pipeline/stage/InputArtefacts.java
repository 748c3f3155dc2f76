package candor.pipeline.stage;

import candor.pipeline.checkpoint.Artefact;
import candor.pipeline.checkpoint.Checkpoint;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.checkpoint.Input;
import candor.pipeline.failure.RequestRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The artefacts that a stage reads, by file name, in the order in which it asked for them. Asking takes a note of the
 * digest; the bytes are read, and verified, only when they are wanted.
 */
final class InputArtefacts {

    private final Checkpoints checkpoints;
    private final StageRequest request;
    private final Map<StageName, Checkpoint> read = new LinkedHashMap<>();
    private final Map<String, Artefact> artefacts = new LinkedHashMap<>();

    InputArtefacts(Checkpoints checkpoints, StageRequest request) {
        this.checkpoints = checkpoints;
        this.request = request;
    }

    /** Notes artefacts of the checkpoint that the request brings for a stage. */
    InputArtefacts from(StageName stage, String... names) {
        Checkpoint checkpoint = checkpointOf(stage);
        for (String name : names) {
            artefacts.put(name, checkpoint.getArtefact(name));
        }
        return this;
    }

    /** Whether the stage's checkpoint is in the request and has the artefact; notes it if so. */
    boolean takes(StageName stage, String name) {
        if (!request.checkpoints().containsKey(stage.key())
                || !checkpointOf(stage).hasArtefact(name)) {
            return false;
        }
        from(stage, name);
        return true;
    }

    Checkpoint checkpointOf(StageName stage) {
        return read.computeIfAbsent(stage, this::fetch);
    }

    /** References are wired by hand in the state machine: one of another stage, symbol or day must not go unseen. */
    private Checkpoint fetch(StageName stage) {
        Checkpoint checkpoint = checkpoints.get(Workshop.required(request, stage));
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

    byte[] bytes(String name) {
        Artefact artefact = artefacts.get(name);
        if (artefact == null) {
            throw new IllegalArgumentException("not asked for: '" + name + "'; noted are " + artefacts.keySet());
        }
        return checkpoints.bytes(artefact);
    }

    List<Input> toInputs() {
        List<Input> inputs = new ArrayList<>();
        artefacts.values().forEach(artefact -> inputs.add(new Input(artefact.key(), artefact.sha256())));
        return inputs;
    }
}
