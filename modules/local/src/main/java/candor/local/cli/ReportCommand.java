package candor.local.cli;

import candor.aws.DeployedStack;
import candor.local.store.FolderObjectStore;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.OutputFiles;
import candor.local.wiring.PastRuns;
import candor.local.wiring.RunFiles;
import candor.local.wiring.Surroundings;
import candor.pipeline.stage.ReportStage;
import candor.pipeline.stage.StageName;
import candor.pipeline.stage.StageRequest;
import candor.pipeline.stage.StageResult;
import candor.pipeline.stage.Workshop;
import candor.reporting.Reports;
import candor.store.checkpoint.CheckpointRef;
import candor.store.port.ObjectStore;
import candor.store.run.Host;
import candor.store.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the report of a run again, alone, from the run's checkpoints; copies it from a stack.",
        footer = {
            "",
            "Examples:",
            "  candor report demo --out report",
            "  candor report demo --out report --narrative words.md --force",
            "  candor report 20260424T223000Z --stack candor --out report"
        })
final class ReportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "the execution's name, as ./candor executions lists it")
    private String name = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to put the files; default: reports/RUN in the home")
    private @Nullable Path out;

    @Mixin
    private NarrativeOption narrative = new NarrativeOption();

    @Mixin
    private ForceOption force = new ForceOption();

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        byte[] words = narrative.read(surroundings);
        Optional<DeployedStack> deployed = stack.in(surroundings);
        if (deployed.isPresent()) {
            if (words != null) {
                throw new CommandRejected(
                        "--narrative changes a report that is made here; give it to ./candor run" + stack.words());
            }
            return copy(deployed.get());
        }
        Home place = home.in(surroundings).writable();
        FolderObjectStore store = place.openStore(surroundings.clock().instant());
        RunRecord run = new PastRuns(store)
                .find(name)
                .orElseThrow(() -> new CommandRejected(
                        "no run '" + name + "' in " + place.root() + "; ./candor executions lists them"));
        if (run.findCheckpoint(StageName.FORECAST.key()).isEmpty()) {
            throw new CommandRejected(
                    "run " + name + " has no forecast to report yet; continue it with ./candor redrive " + name);
        }
        OutputFiles outputs = force.outputs(surroundings, place);
        Path target = RunFiles.prepared(
                outputs,
                out == null
                        ? place.root().resolve("reports").resolve(run.execution())
                        : surroundings.workingDirectory().resolve(out));
        narrative.keep(store, run.symbol(), words);
        StageResult result = report(store, run);
        surroundings.err().println("  Report    " + (result.reused() ? "reused: " : "") + result.summary());
        new RunFiles(store, outputs)
                .copy(new PastRuns(store).find(run.runId()).orElseThrow(), target)
                .forEach(file -> surroundings.out().println(file));
        return 0;
    }

    /** A stack's report is made in the stack: here its files are copied. */
    private int copy(DeployedStack deployed) {
        OutputFiles outputs = force.outputs(surroundings, home.in(surroundings));
        Path target = RunFiles.prepared(
                outputs, surroundings.workingDirectory().resolve(out == null ? Path.of("reports", name) : out));
        ObjectStore store = deployed.store(() -> UUID.randomUUID().toString());
        try {
            RunRecord run = new PastRuns(store)
                    .find(name)
                    .orElseThrow(() -> new CommandRejected(
                            "no run '" + name + "' in the stack; ./candor executions" + stack.words() + " lists them"));
            if (run.findCheckpoint(StageName.REPORT.key()).isEmpty()) {
                throw new CommandRejected("run " + name + " has no report yet; continue it with ./candor redrive "
                        + name + stack.words());
            }
            new RunFiles(store, outputs)
                    .copy(run, target)
                    .forEach(file -> surroundings.out().println(file));
            return 0;
        } catch (IllegalStateException rejected) {
            throw new CommandRejected(String.valueOf(rejected.getMessage()), rejected);
        }
    }

    private StageResult report(FolderObjectStore store, RunRecord run) {
        Host host = new Host(
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
        Workshop workshop = new Workshop(
                store, surroundings.clock(), host, notice -> surroundings.err().println("  note      " + notice));
        SortedMap<String, CheckpointRef> checkpoints = new TreeMap<>();
        run.stages().stream()
                .filter(done -> StageName.of(done.stage()).compareTo(StageName.REPORT) < 0)
                .forEach(done -> checkpoints.put(done.stage(), done.checkpoint()));
        return new ReportStage(workshop, new Reports())
                .run(new StageRequest(
                        run.execution(), run.symbol(), run.asOf(), null, null, 0, List.of(), null, checkpoints));
    }
}
