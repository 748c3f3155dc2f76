package candor.local.wiring;

import candor.pipeline.stage.Artefacts;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.Checkpoints;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a run that a person wants, copied where they want them. */
public final class RunFiles {

    private static final Set<String> WANTED =
            Artefacts.FOR_PEOPLE.stream().map(ArtefactKey::name).collect(Collectors.toUnmodifiableSet());

    private final Checkpoints checkpoints;

    public RunFiles(ObjectStore store) {
        this.checkpoints = new Checkpoints(store, notice -> {});
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
                        write(target, checkpoints.bytes(artefact));
                        copied.add(target);
                    }
                }
            });
        }
        return copied;
    }

    /** Makes sure that files can be put there before any work is done. */
    public static Path prepared(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".probe", ""));
            return folder;
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot write to the folder " + folder + " (" + e.getClass().getSimpleName()
                            + "); choose another with --out DIR",
                    e);
        }
    }

    /** Whole or not at all. */
    private static void write(Path target, byte[] bytes) {
        try {
            // A name of this process alone: another run may end at the same moment.
            Path draft = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.write(draft, bytes);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CommandRejected(
                    "cannot write " + target + ": " + e.getMessage() + "; choose another --out DIR", e);
        }
    }
}
