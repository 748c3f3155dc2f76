package candor.local.wiring;

import candor.pipeline.stage.Artefacts;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a run that a person wants, copied where they want them. */
public final class RunFiles {

    private static final Set<String> WANTED =
            Artefacts.FOR_PEOPLE.stream().map(ArtefactKey::name).collect(Collectors.toUnmodifiableSet());

    private final Checkpoints checkpoints;
    private final OutputFiles outputs;

    public RunFiles(ObjectStore store, OutputFiles outputs) {
        this.checkpoints = new Checkpoints(store, notice -> {});
        this.outputs = outputs;
    }

    /** Copies the files of all stages that the run has done; returns where they are, in the order of the pipeline. */
    public List<Path> copy(RunRecord run, Path folder) {
        List<Path> copied = new ArrayList<>();
        for (StageName stage : StageName.values()) {
            run.findCheckpoint(stage.key()).ifPresent(ref -> {
                Checkpoint checkpoint = checkpoints.get(ref);
                for (Artefact artefact : checkpoint.artefacts()) {
                    if (WANTED.contains(artefact.name())) {
                        Path target = folder.resolve(artefact.name());
                        outputs.write(target, checkpoints.bytes(artefact));
                        copied.add(target);
                    }
                }
            });
        }
        return copied;
    }

    /** Makes sure that files can be put there, and that none of others is in the way, before any work is done. */
    public static Path prepared(OutputFiles outputs, Path folder) {
        Path place = outputs.folder(folder);
        WANTED.stream().sorted().map(place::resolve).forEach(outputs::check);
        return place;
    }
}
