package candor.local.cli;

import candor.aws.DeployedStack;
import candor.aws.StepFunctions;
import candor.cleaning.Ruling;
import candor.cleaning.Rulings;
import candor.forecasting.market.Symbol;
import candor.local.wiring.BarFile;
import candor.local.wiring.BarInbox;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.LocalPipeline;
import candor.local.wiring.RunTerms;
import candor.local.wiring.Surroundings;
import candor.local.wiring.SymbolTask;
import candor.local.words.SummaryText;
import candor.marketdata.csv.CsvChoices;
import candor.pipeline.settings.DataRulings;
import candor.pipeline.stage.StageName;
import candor.pipeline.universe.UniverseResults;
import candor.store.json.Json;
import candor.store.port.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline for a symbol, or for each of several, reusing what is already done.",
        footer = {
            "",
            "Examples:",
            "  candor run STX --out out",
            "  candor run STX --csv STX.csv --out out",
            "  candor run STX --csv STX.csv --as-of 2024-03-08",
            "  candor run STX --csv STX.csv --from evaluate",
            "  candor run NVDA --csv NVDA.csv --split 2024-06-10=10:1",
            "  candor run STX --stack candor",
            "  candor run STX AAPL MSFT --sort range",
            "  candor run --symbols us.csv",
            "  candor run --dir prices --out out",
            "  candor run --retry"
        })
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SYMBOL", arity = "0..*", description = "the ticker, as in STX; or several")
    private List<String> symbols = List.of();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "daily bars: Date,Open,High,Low,Close and, if there, Volume, Adj Close, Dividends, Stock Splits;"
                            + " default: live prices")
    private @Nullable Path csv;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "ask yahoo or tiingo alone, or take inbox/SYMBOL.csv of the store; default: what CANDOR_SOURCES"
                            + " names, inbox,yahoo,tiingo, in that order")
    private @Nullable String source;

    @Option(names = "--as-of", paramLabel = "DATE", description = "as it would have been at the close of that day")
    private @Nullable String asOf;

    @Option(names = "--from", paramLabel = "STAGE", description = "do this stage and those after it again")
    private @Nullable String from;

    @Option(names = "--refresh", description = "do everything again")
    private boolean refresh;

    @Option(
            names = "--require-approval",
            description = "stop where the gate would put another champion in service, until ./candor approve")
    private boolean requireApproval;

    @Mixin
    private BarFileOptions fileOptions = new BarFileOptions();

    @Mixin
    private RulingOptions rulings = new RulingOptions();

    @Mixin
    private ListOptions list = new ListOptions();

    @Mixin
    private NarrativeOption narrative = new NarrativeOption();

    @Mixin
    private OutcomeOptions options = new OutcomeOptions();

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (symbols.size() != 1 || list.given() != null) {
            return many();
        }
        Symbol parsed = Symbol.of(symbols.getFirst());
        Map<String, Object> input = input(parsed);
        CsvChoices choices = fileOptions.choices(parsed.value());
        byte[] bars =
                csv == null ? null : BarFile.read(surroundings, csv, choices).bytes();
        byte[] words = narrative.read(surroundings);
        Optional<DeployedStack> deployed = stack.in(surroundings);
        if (deployed.isPresent()) {
            return start(deployed.get(), parsed, input, bars, words);
        }
        Home place = home.in(surroundings).writable();
        Path target = options.prepared(surroundings, place);
        try (LocalPipeline pipeline = LocalPipeline.open(place, surroundings)) {
            give(pipeline.store(), parsed, input, bars);
            narrative.keep(pipeline.store(), parsed, words);
            return options.outcome(surroundings, place, pipeline.store(), target)
                    .conclude(pipeline.start(input, requireApproval));
        }
    }

    /** Runs each symbol of a list, all in this process. */
    private int many() {
        list.requireOne(symbols);
        rejectWhatIsAboutOne();
        requireOneWay();
        SummaryText.Order order = list.order();
        int jobs = list.atOnce(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
        ListOptions.Wanted wanted = list.wanted(
                surroundings,
                symbols,
                new UniverseResults(home.in(surroundings).readable().storeToRead()));
        Home place = home.in(surroundings).writable();
        List<Symbol> all = wanted.tasks().stream().map(SymbolTask::symbol).toList();
        RunTerms terms = new RunTerms(
                asOf == null ? null : RulingOptions.date(asOf),
                source,
                refreshFrom(),
                requireApproval,
                fileOptions.choices(null),
                options.outputs(surroundings, place),
                options.prepared(surroundings, place, all),
                home.words());
        return new ListStart(surroundings, place, terms, options.json()).run(wanted, jobs, order);
    }

    private void rejectWhatIsAboutOne() {
        String several = list.given() == null ? String.join(" ", symbols) : list.given();
        if (csv != null) {
            throw list.badUsage("--csv " + csv + " has the bars of one symbol, and " + several
                    + " asks for several; put a file for each into a folder, and give --dir FOLDER");
        }
        if (rulings.given() != null) {
            throw new CommandRejected(rulings.given() + " is about one symbol, and " + several
                    + " asks for several; rule first, with ./candor run SYMBOL " + rulings.given() + " ...");
        }
        if (narrative.given() != null) {
            throw new CommandRejected("--narrative " + narrative.given() + " has words about one symbol, and " + several
                    + " asks for several; give it with ./candor run SYMBOL, or with ./candor report RUN");
        }
        if (stack.isGiven()) {
            throw new CommandRejected("--stack runs one symbol, and " + several
                    + " asks for several; put the list into the stack's bucket, as docs/operations.md says");
        }
        if (source != null && list.namesFiles()) {
            throw new CommandRejected(
                    "--dir and --source " + source + " both say where the bars are; give one of them");
        }
        if (fileOptions.given() != null && !list.namesFiles() && !list.adds()) {
            throw new CommandRejected(fileOptions.given() + " describes files; give --dir FOLDER with it");
        }
    }

    private void requireOneWay() {
        if (refresh && from != null) {
            throw new CommandRejected(
                    "--refresh does everything again, --from " + from + " a part of it; give one of them");
        }
    }

    private @Nullable StageName refreshFrom() {
        return refresh ? StageName.INGEST : from == null ? null : StageName.of(from);
    }

    private Map<String, Object> input(Symbol parsed) {
        requireOneWay();
        if (csv != null && source != null) {
            throw new CommandRejected(
                    "--csv " + csv + " and --source " + source + " both say where the bars are; give one of them");
        }
        if (csv == null && fileOptions.given() != null) {
            throw new CommandRejected(fileOptions.given() + " describes a file; give --csv FILE with it");
        }
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("symbol", parsed.value());
        if (asOf != null) {
            input.put("asOf", RulingOptions.date(asOf).toString());
        }
        StageName first = refreshFrom();
        if (first != null) {
            input.put("refreshFrom", first.key());
        }
        return input;
    }

    /** Starts the deployed state machine on the same input, and follows it. */
    private int start(
            DeployedStack deployed,
            Symbol parsed,
            Map<String, Object> input,
            byte @Nullable [] bars,
            byte @Nullable [] words) {
        String name = LocalPipeline.nameAt(surroundings.clock().instant());
        options.rejectWith("--stack", "./candor report " + name + stack.words() + " --out DIR copies its files");
        if (requireApproval) {
            throw new CommandRejected("--require-approval is a parameter of the stack; deploy it with"
                    + " --parameter-overrides RequireApproval=true");
        }
        ObjectStore store = deployed.store(() -> UUID.randomUUID().toString());
        give(store, parsed, input, bars);
        narrative.keep(store, parsed, words);
        StepFunctions executions = deployed.executions();
        executions.start(name, new String(Json.writeLine(input), StandardCharsets.UTF_8));
        surroundings.err().println("Execution " + name);
        return new Follower(surroundings, executions, stack.words()).follow(name, 0);
    }

    /** Keeps what was ruled, and says in the input where the bars are, where the command line does. */
    private void give(ObjectStore store, Symbol parsed, Map<String, Object> input, byte @Nullable [] bars) {
        List<Ruling> said = rulings.said(surroundings);
        if (!said.isEmpty()) {
            Rulings all = DataRulings.add(store, parsed, said);
            surroundings.err().println("In " + DataRulings.keyOf(parsed) + " from now on: " + all.words());
        }
        if (bars != null && csv != null) {
            input.put(
                    "source",
                    BarInbox.put(
                            store, parsed, csv, bars, fileOptions.choices(null).columns()));
        } else if (source != null) {
            input.put("source", source);
        }
    }
}
