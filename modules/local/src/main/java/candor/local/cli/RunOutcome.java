package candor.local.cli;

import candor.cleaning.PriceBasis;
import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.text.Figures;
import candor.local.wiring.LocalPipeline.Ended;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.Payloads;
import candor.local.wiring.RunFiles;
import candor.local.wiring.Surroundings;
import candor.local.words.ForecastText;
import candor.local.words.VerdictText;
import candor.pipeline.report.ForecastDocument;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.stage.CleaningDocument;
import candor.pipeline.stage.StageName;
import candor.serving.api.Freshness;
import candor.statemachine.history.ExecutionStatus;
import candor.store.checkpoint.ArtefactKey;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.History;
import candor.store.run.Remedy;
import candor.store.run.RunRecord;
import candor.store.run.RunRecords;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how a run ended, for a person or for a script, and puts its files where they were asked for. */
final class RunOutcome {

    /** What a person has to know of prices; in the other cases they are as anybody takes them to be. */
    private static final Set<PriceBasis> UNUSUAL =
            EnumSet.of(PriceBasis.ALREADY_ADJUSTED, PriceBasis.DIVIDENDS_UNKNOWN);

    private final Surroundings surroundings;
    private final ObjectStore store;
    private final OutputFiles outputs;
    private final @Nullable Path out;
    private final boolean json;
    private final Way way;

    /**
     * The commands that a person may go on with.
     *
     * @param look where the run ended well
     * @param corrected where it failed, and what failed it is corrected
     */
    record Way(String look, String corrected) {

        /** For a run of the home; both end with the execution's name. */
        static final Way OF_HOME = new Way(
                "Look at it:  ./candor serve        states:  ./candor executions ", "continue with  ./candor redrive ");
    }

    /**
     * @param outputs writes the files
     * @param out where to copy files; null for nowhere
     * @param json whether a script reads the output
     */
    RunOutcome(Surroundings surroundings, ObjectStore store, OutputFiles outputs, @Nullable Path out, boolean json) {
        this(surroundings, store, outputs, out, json, Way.OF_HOME);
    }

    /** @param way each of its texts is followed by the execution's name */
    RunOutcome(
            Surroundings surroundings,
            ObjectStore store,
            OutputFiles outputs,
            @Nullable Path out,
            boolean json,
            Way way) {
        this.outputs = outputs;
        this.surroundings = surroundings;
        this.store = store;
        this.out = out;
        this.json = json;
        this.way = way;
    }

    /** Tells, copies, and answers the exit status. */
    int conclude(Ended ended) {
        if (ended.result().status() != ExecutionStatus.SUCCEEDED) {
            return failed(ended);
        }
        RunRecord run = runOf(ended).orElseThrow();
        ForecastDocument forecast = read(run, StageName.FORECAST, ForecastDocument.KEY);
        PromotionDocument promotion = read(run, StageName.PROMOTE, PromotionDocument.KEY);
        List<Path> files = out == null ? List.of() : new RunFiles(store, outputs).copy(run, out);
        if (json) {
            surroundings.out().print(text(document(ended, run, forecast, promotion, files)));
        } else {
            tell(ended, run, forecast, promotion, files);
        }
        return 0;
    }

    private <T> T read(RunRecord run, StageName stage, ArtefactKey<T> key) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        CheckpointRef ref = run.findCheckpoint(stage.key()).orElseThrow();
        return checkpoints.read(checkpoints.get(ref), key);
    }

    private int sessionsBehind(ForecastDocument forecast) {
        return Freshness.of(forecast.asOf(), forecast.synthetic(), new NyseCalendar(), surroundings.clock())
                .sessionsBehind();
    }

    private Optional<PriceBasis> prices(RunRecord run) {
        return Optional.ofNullable(
                read(run, StageName.CLEAN, CleaningDocument.KEY).prices());
    }

    private void tell(
            Ended ended, RunRecord run, ForecastDocument forecast, PromotionDocument promotion, List<Path> files) {
        PrintStream print = surroundings.out();
        print.println();
        ForecastText.lines(forecast).forEach(print::println);
        print.println();
        List<String> age = ForecastText.age(forecast, sessionsBehind(forecast));
        if (!age.isEmpty()) {
            age.forEach(print::println);
            print.println();
        }
        prices(run).filter(UNUSUAL::contains).ifPresent(basis -> {
            VerdictText.wrapped("Prices: " + basis.words() + ".").forEach(print::println);
            print.println();
        });
        VerdictText.lines(promotion).forEach(print::println);
        print.println();
        long reused = run.stages().stream().filter(RunRecord.StageDone::reused).count();
        if (reused > 0) {
            print.println(reused + " of " + Figures.count(run.stages().size(), "stage")
                    + (reused == 1 ? " was" : " were") + " reused from earlier checkpoints.");
        }
        if (!files.isEmpty()) {
            print.println("Files:");
            files.forEach(file -> print.println("  " + file));
        }
        print.println(way.look() + ended.execution().name());
    }

    private int failed(Ended ended) {
        String error = ended.result().error();
        String reason =
                Payloads.reason(Objects.requireNonNullElse(ended.result().cause(), "no cause was given"));
        String name = ended.execution().name();
        Optional<History.Waiting> waiting = ended.waiting();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("execution", name);
            document.put("status", ended.result().status().name());
            document.put("error", error == null ? "" : error);
            document.put("cause", reason);
            surroundings.out().print(text(document));
        }
        if (waiting.isPresent()) {
            surroundings
                    .err()
                    .println("candor: the run waits for a person: "
                            + waiting.get().summary());
            surroundings
                    .err()
                    .println("candor: answer it with  ./candor approve " + name + "  or  ./candor approve " + name
                            + " --reject");
            return Failures.FAILED;
        }
        surroundings.err().println("candor: the run " + ended.result().status() + ": " + reason);
        int status = Failures.statusOf(error);
        boolean stopped = ended.result().status() == ExecutionStatus.ABORTED;
        surroundings
                .err()
                .println(
                        Remedy.of(error, reason) == Remedy.NEW_RUN
                                ? "candor: correct that and start again with ./candor run; a redrive would read the"
                                        + " same input again"
                                : "candor: " + (stopped ? "" : "once that is corrected, ") + way.corrected() + name);
        return status;
    }

    private Optional<RunRecord> runOf(Ended ended) {
        String ending = "_" + ended.execution().name() + ".json";
        return store.list("runs/").stream()
                .filter(key -> key.endsWith(ending))
                .findFirst()
                .flatMap(key ->
                        new RunRecords(store).find(key.substring("runs/".length(), key.length() - ".json".length())));
    }

    private Map<String, Object> document(
            Ended ended, RunRecord run, ForecastDocument forecast, PromotionDocument promotion, List<Path> files) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("execution", ended.execution().name());
        document.put("status", ended.result().status().name());
        document.put("runId", run.runId());
        document.put("stages", run.stages());
        prices(run).ifPresent(basis -> document.put("prices", basis.key()));
        document.put("sessionsBehind", sessionsBehind(forecast));
        document.put("forecast", forecast);
        document.put("promotion", promotion);
        document.put("files", files.stream().map(Path::toString).toList());
        return document;
    }

    private static String text(Object document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }
}
