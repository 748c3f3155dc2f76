// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.reproduction;

import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.report.Preface;
import candor.pipeline.settings.SettingsInForce;
import candor.pipeline.settings.SettingsJson;
import candor.pipeline.stage.Artefacts;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.Artefact;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Checkpoints.Referenced;
import candor.store.failure.UnreadableCheckpoint;
import candor.store.port.ObjectStore;
import candor.store.port.StoredObject;
import candor.store.run.RunRecord;
import candor.store.run.Seal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a run was made of, beyond its own stages: Ingest's rows, the settings in force, the rulings about prices, who was in
 * service before that day, and the forecasts that were issued before it.
 */
final class RecordedInputs {

    private final RunRecord run;
    private final ObjectStore from;
    private final ObjectStore to;
    private final Checkpoints checkpoints;

    RecordedInputs(RunRecord run, ObjectStore from, ObjectStore to) {
        this.run = run;
        this.from = from;
        this.to = to;
        this.checkpoints = new Checkpoints(from, notice -> {});
    }

    /** Copies all into the empty store; every object under its digest. */
    void copy() {
        run.findCheckpoint(StageName.INGEST.key()).map(CheckpointRef::key).ifPresent(this::work);
        copy("settings/data/" + run.symbol() + ".json");
        settings();
        preface();
        champions();
        for (String key : checkpoints.keys(StageName.FORECAST.key(), run.symbol())) {
            find(key)
                    .filter(found -> found.checkpoint().asOf().isBefore(run.asOf()))
                    .ifPresent(found -> work(key));
        }
    }

    /** A damaged one was left out of the run's scores too, or was damaged since, which the comparison shows. */
    private Optional<Referenced> find(String key) {
        try {
            return Optional.of(checkpoints.find(key));
        } catch (UnreadableCheckpoint e) {
            return Optional.empty();
        }
    }

    private void work(String key) {
        Checkpoint checkpoint = checkpoints.find(key).checkpoint();
        for (Artefact artefact : checkpoint.artefacts()) {
            to.putIfAbsent(artefact.key(), checkpoints.bytes(artefact), artefact.mediaType());
        }
        copy(key);
    }

    private void copy(String key) {
        from.find(key).map(StoredObject::bytes).ifPresent(bytes -> to.putIfAbsent(key, bytes, "application/json"));
    }

    /** As model.json holds them: the file may have changed since. */
    private void settings() {
        run.findCheckpoint(StageName.TRAIN.key()).ifPresent(ref -> {
            JsonNode model = SettingsJson.FORM.readTree(
                    checkpoints.bytes(checkpoints.get(ref).getArtefact(Artefacts.MODEL)));
            String key = model.at("/settings/from").stringValue(SettingsInForce.BUILT_IN);
            if (!key.equals(SettingsInForce.BUILT_IN)) {
                to.putIfAbsent(key, Seal.on(SettingsJson.FORM.write(model.at("/settings/values"))), "application/json");
            }
        });
    }

    /** As the report's checkpoint holds it: the files may have changed since. */
    private void preface() {
        run.findCheckpoint(StageName.REPORT.key())
                .map(checkpoints::get)
                .map(Checkpoint::settings)
                .map(Preface::ofSettings)
                .ifPresent(preface -> preface.store(to, run.symbol()));
    }

    private void champions() {
        List<Term> terms = new Champions(from).termsFor(run.symbol(), run.asOf());
        if (!terms.isEmpty()) {
            new Champions(to).rebuildFrom(run.symbol(), terms);
        }
    }
}
