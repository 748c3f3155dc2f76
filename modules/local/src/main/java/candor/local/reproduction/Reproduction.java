// SPDX-License-Identifier: GPL-3.0-or-later
package candor.local.reproduction;

import candor.cleaning.CleaningRules;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.calendar.TradingCalendar;
import candor.forecasting.walkforward.Progress;
import candor.pipeline.stage.CleanStage;
import candor.pipeline.stage.EvaluateStage;
import candor.pipeline.stage.ExploreStage;
import candor.pipeline.stage.FeaturesStage;
import candor.pipeline.stage.ForecastStage;
import candor.pipeline.stage.MonitorStage;
import candor.pipeline.stage.PromoteStage;
import candor.pipeline.stage.ReportStage;
import candor.pipeline.stage.Stage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.TrainStage;
import candor.pipeline.stage.Workshop;
import candor.reporting.Reports;
import candor.store.checkpoint.Checkpoint;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.checkpoint.Digest;
import candor.store.checkpoint.Input;
import candor.store.port.ApiHealth;
import candor.store.port.Ledger;
import candor.store.port.ObjectStore;
import candor.store.run.Approval;
import candor.store.run.Approval.Decision;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All stages of a run after Ingest, made again in an empty store of what the run's records say that they were made of:
 * Ingest's rows, settings, champions, earlier forecasts. The result is compared with the run byte by byte.
 */
public final class Reproduction {

    private static final Host HERE = new Host("any", "any", "any");

    private final RunRecord run;
    private final Checkpoints recorded;
    private final Checkpoints again;
    private final Map<StageName, Stage> stages = new EnumMap<>(StageName.class);

    /**
     * @param store that the run is in; read only
     * @param scratch an empty store
     * @param ledger an empty one
     */
    public Reproduction(RunRecord run, ObjectStore store, ObjectStore scratch, Ledger ledger, Clock clock) {
        this.run = run;
        Consumer<String> nobody = notice -> {};
        this.recorded = new Checkpoints(store, nobody);
        this.again = new Checkpoints(scratch, nobody);
        Workshop workshop = new Workshop(scratch, clock, HERE, nobody);
        TradingCalendar calendar = new NyseCalendar();
        for (Stage stage : List.of(
                new CleanStage(workshop, calendar, CleaningRules.standard()),
                new FeaturesStage(workshop),
                new ExploreStage(workshop, new Reports()),
                new TrainStage(workshop, calendar),
                new EvaluateStage(workshop, calendar, Progress.NONE),
                new PromoteStage(workshop, calendar, () -> ledger, nobody),
                new ForecastStage(workshop, ledger, calendar),
                new ReportStage(workshop, new Reports()),
                new MonitorStage(workshop, ledger, calendar, (properties, measurements) -> {}, ApiHealth.UNKNOWN))) {
            stages.put(stage.name(), stage);
        }
        new RecordedInputs(run, store, scratch).copy();
    }

    /**
     * Makes and compares each stage that the run has done, in the order of the pipeline.
     *
     * @param progress told of each as soon as it is compared
     */
    public List<StageCompared> compare(Consumer<StageCompared> progress) {
        List<StageCompared> compared = new ArrayList<>();
        SortedMap<String, CheckpointRef> made = new TreeMap<>();
        run.findCheckpoint(StageName.INGEST.key()).ifPresent(ref -> made.put(StageName.INGEST.key(), ref));
        for (Map.Entry<StageName, Stage> stage : stages.entrySet()) {
            Optional<CheckpointRef> ref = run.findCheckpoint(stage.getKey().key());
            if (ref.isEmpty()) {
                continue;
            }
            Checkpoint wanted = recorded.get(ref.get());
            made.put(stage.getKey().key(), answer(stage.getValue(), wanted, made));
            StageCompared one = StageCompared.of(
                    recorded, wanted, again, again.get(made.get(stage.getKey().key())));
            progress.accept(one);
            compared.add(one);
        }
        return compared;
    }

    /** What the stage makes; Promote twice where a person had to agree, as it proposes first. */
    private CheckpointRef answer(Stage stage, Checkpoint wanted, SortedMap<String, CheckpointRef> made) {
        Optional<Decision> decision = decision(wanted);
        if (decision.isEmpty()) {
            return stage.run(request(wanted, made, null)).checkpoint();
        }
        SortedMap<String, CheckpointRef> proposed = new TreeMap<>(made);
        proposed.put(
                wanted.stage(),
                stage.run(request(wanted, made, approval(Decision.REQUIRED))).checkpoint());
        return decision.get() == Decision.REQUIRED
                ? proposed.get(wanted.stage())
                : stage.run(request(wanted, proposed, approval(decision.get()))).checkpoint();
    }

    private static Optional<Decision> decision(Checkpoint wanted) {
        return wanted.inputs().stream()
                .filter(input -> input.key().equals("approval"))
                .map(Input::sha256)
                .flatMap(sha256 -> Arrays.stream(Decision.values())
                        .filter(decision -> Digest.of(decision.key().getBytes(StandardCharsets.UTF_8))
                                .equals(sha256)))
                .findFirst();
    }

    /** Who answered, and when, reaches no artefact. */
    private static Approval approval(Decision decision) {
        return new Approval(decision, null, "somebody", Instant.EPOCH, null);
    }

    private StageRequest request(
            Checkpoint wanted, SortedMap<String, CheckpointRef> made, @Nullable Approval approval) {
        String without = wanted.settings().getOrDefault("without", "");
        return new StageRequest(
                run.execution(),
                run.symbol(),
                run.asOf(),
                null,
                null,
                Integer.parseInt(wanted.settings().getOrDefault("attempt", "0")),
                without.isEmpty() ? List.of() : List.of(without.split(" ", -1)),
                approval,
                new TreeMap<>(made));
    }
}
