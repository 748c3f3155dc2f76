package candor.local.console;

import candor.pipeline.api.ServedForecast;
import candor.pipeline.checkpoint.Artefact;
import candor.pipeline.checkpoint.CheckpointRef;
import candor.pipeline.checkpoint.Checkpoints;
import candor.pipeline.port.ObjectStore;
import candor.pipeline.run.RunRecord;
import candor.pipeline.run.RunRecord.StageDone;
import candor.pipeline.run.RunRecords;
import java.util.Comparator;
import java.util.Optional;

/** The reports that belong to the forecasts that are served. */
final class ServedReports {

    private static final String RUNS = "runs/";
    private static final String ENDING = ".json";

    private final ObjectStore store;
    private final Checkpoints checkpoints;
    private final RunRecords runs;

    ServedReports(ObjectStore store) {
        this.store = store;
        this.checkpoints = new Checkpoints(store, _ -> {});
        this.runs = new RunRecords(store);
    }

    /**
     * A file of the newest report on that very forecast. Only the records of that symbol and day are read.
     *
     * @param name as in {@code report.html}
     */
    Optional<Artefact> find(ServedForecast served, String name) {
        return findReport(served)
                .map(checkpoints::get)
                .filter(report -> report.hasArtefact(name))
                .map(report -> report.getArtefact(name));
    }

    byte[] bytes(Artefact artefact) {
        return checkpoints.bytes(artefact);
    }

    private Optional<CheckpointRef> findReport(ServedForecast served) {
        String prefix =
                RUNS + served.forecast().symbol() + "_" + served.forecast().asOf() + "_";
        return store.list(prefix).stream()
                .filter(key -> key.endsWith(ENDING))
                .map(key -> runs.find(key.substring(RUNS.length(), key.length() - ENDING.length())))
                .flatMap(Optional::stream)
                .filter(run -> run.findCheckpoint("forecast").equals(Optional.of(served.checkpoint())))
                .map(RunRecord::stages)
                .flatMap(stages -> stages.stream().filter(done -> done.stage().equals("report")))
                .max(Comparator.comparing(StageDone::ended))
                .map(StageDone::checkpoint);
    }
}
