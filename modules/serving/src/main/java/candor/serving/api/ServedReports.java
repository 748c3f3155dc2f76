package candor.serving.api;

import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import candor.store.run.RunRecord.StageDone;
import candor.store.run.RunRecords;
import java.util.Comparator;
import java.util.Optional;

/** The reports that belong to the forecasts that are served. */
public final class ServedReports {

    private final Checkpoints checkpoints;
    private final RunRecords runs;

    public ServedReports(ObjectStore store) {
        this.checkpoints = new Checkpoints(store, _ -> {});
        this.runs = new RunRecords(store);
    }

    /**
     * A file of the newest report on that very forecast. Only the records of that symbol and day are read.
     *
     * @param file one of {@link candor.pipeline.report.ReportFiles}
     */
    public Optional<Artefact> find(ServedForecast served, ArtefactKey<byte[]> file) {
        return findReport(served)
                .map(checkpoints::get)
                .filter(report -> report.hasArtefact(file))
                .map(report -> report.getArtefact(file));
    }

    public byte[] bytes(Artefact artefact) {
        return checkpoints.bytes(artefact);
    }

    private Optional<CheckpointRef> findReport(ServedForecast served) {
        return runs.findAll(served.forecast().symbol(), served.forecast().asOf()).stream()
                .filter(run -> run.findCheckpoint("forecast").equals(Optional.of(served.checkpoint())))
                .map(RunRecord::stages)
                .flatMap(stages -> stages.stream().filter(done -> done.stage().equals("report")))
                .max(Comparator.comparing(StageDone::ended))
                .map(StageDone::checkpoint);
    }
}
