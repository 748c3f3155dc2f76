package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.PastRuns;
import candor.local.wiring.Surroundings;
import candor.local.words.ChampionText;
import candor.pipeline.champion.Champions;
import candor.pipeline.champion.Champions.Decider;
import candor.pipeline.champion.Champions.Term;
import candor.pipeline.champion.Rollback;
import candor.pipeline.report.PromotionDocument;
import candor.pipeline.stage.StageName;
import candor.store.checkpoint.CheckpointRef;
import candor.store.checkpoint.Checkpoints;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import candor.store.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor champion}. */
@Command(
        name = "champion",
        mixinStandardHelpOptions = true,
        description = "Shows which methods are in service for a symbol, since when and why; puts earlier ones back.",
        footer = {
            "",
            "Examples:",
            "  candor champion STX",
            "  candor champion STX --history",
            "  candor champion STX --set 20260424T223000Z",
            "  candor champion STX --stack candor"
        })
final class ChampionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SYMBOL", description = "the ticker, as in STX")
    private String symbol = "";

    @Option(names = "--history", description = "every decision of the gate and of persons, with its reasons")
    private boolean history;

    @Option(
            names = "--set",
            paramLabel = "RUN",
            description = "put the champions of that run back in service, for runs of the last day that was done and of"
                    + " later ones; the gate may replace them at its next look")
    private @Nullable String run;

    @Option(names = "--json", description = "machine-readable output")
    private boolean json;

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    ChampionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Symbol parsed = Symbol.of(symbol);
        if (history && run != null) {
            throw new CommandRejected("--history shows, --set " + run + " decides; give one of them");
        }
        HomeOrStack place = HomeOrStack.of(stack, home, surroundings, run != null);
        ObjectStore store = place.store();
        Champions champions = new Champions(store);
        if (run != null) {
            set(champions, parsed, run, place);
        }
        List<Term> terms = champions.terms(parsed);
        if (terms.isEmpty()) {
            throw new CommandRejected("no champion of " + parsed + " in " + place.name()
                    + " yet; the first run decides: ./candor run " + parsed + place.words());
        }
        ChampionText text =
                new ChampionText(parsed, terms, nextLook(store, terms).orElse(null));
        if (json) {
            Object document = history ? terms : text.document();
            surroundings.out().print(new String(Json.write(document), StandardCharsets.UTF_8));
        } else {
            (history ? text.history() : text.lines()).forEach(surroundings.out()::println);
        }
        return 0;
    }

    private void set(Champions champions, Symbol parsed, String name, HomeOrStack place) {
        ObjectStore store = place.store();
        RunRecord record = new PastRuns(store)
                .find(name)
                .orElseThrow(() -> new CommandRejected("no run '" + name + "' in " + place.name()
                        + "; ./candor executions" + place.words() + " lists them"));
        if (!record.symbol().equals(parsed)) {
            throw new CommandRejected("run " + name + " is of " + record.symbol() + ", not of " + parsed
                    + "; ./candor champion " + parsed + " --history" + place.words() + " names runs of " + parsed);
        }
        CheckpointRef promoted = record.findCheckpoint(StageName.PROMOTE.key())
                .orElseThrow(() -> new CommandRejected("run " + name
                        + " has not got as far as a verdict; continue it with ./candor redrive " + record.execution()
                        + place.words() + ", or name another"));
        boolean noted = Rollback.to(
                        champions,
                        record,
                        promoted,
                        promotion(store, promoted),
                        surroundings.clock().instant())
                .isPresent();
        surroundings
                .err()
                .println(
                        noted
                                ? "The champions of run " + record.runId()
                                        + " are back in service. What was forecast stays; ./candor run " + parsed
                                        + place.words() + " forecasts with them."
                                : "The champions of run " + record.runId()
                                        + " are in service already; nothing was changed.");
    }

    /** As the gate's last verdict tells. */
    private static Optional<LocalDate> nextLook(ObjectStore store, List<Term> terms) {
        return terms.stream()
                .filter(term -> term.by() == Decider.GATE)
                .reduce((earlier, later) -> later)
                .map(term -> promotion(store, term.promotion()).nextLook());
    }

    private static PromotionDocument promotion(ObjectStore store, CheckpointRef ref) {
        Checkpoints checkpoints = new Checkpoints(store, notice -> {});
        return checkpoints.read(checkpoints.get(ref), PromotionDocument.KEY);
    }
}
