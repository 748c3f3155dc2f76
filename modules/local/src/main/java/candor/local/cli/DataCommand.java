package candor.local.cli;

import candor.forecasting.calendar.NyseCalendar;
import candor.forecasting.market.Symbol;
import candor.forecasting.text.Figures;
import candor.local.wiring.BarFile;
import candor.local.wiring.CommandRejected;
import candor.local.wiring.Home;
import candor.local.wiring.KnownBars;
import candor.local.wiring.SourcesJudged;
import candor.local.wiring.Surroundings;
import candor.local.words.CrossCheckText;
import candor.local.words.DataText;
import candor.marketdata.compare.CrossCheck;
import candor.pipeline.settings.DataRulings;
import candor.store.json.Json;
import candor.store.port.BarRequest;
import candor.store.port.ObjectStore;
import candor.store.port.Retrieval;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Shows what is known of a symbol's bars: how many, gaps, dividends and splits, what cleaning"
                + " changed, and what providers answered and when.",
        footer = {
            "",
            "Exit status: 0 done, 1 a run on one of the sources that are compared would stop, 2 bad usage or bad"
                    + " input.",
            "",
            "Examples:",
            "  candor data STX",
            "  candor data STX --output STX-clean.csv",
            "  candor data STX --stack candor",
            "  candor data STX --cross-check yahoo,tiingo",
            "  candor data STX --cross-check yahoo,STX.csv"
        })
final class DataCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SYMBOL", description = "the ticker, as in STX")
    private String symbol = "";

    @Option(names = "--output", paramLabel = "FILE", description = "write the cleaned bars of the latest run there")
    private @Nullable Path output;

    @Option(names = "--csv", hidden = true, paramLabel = "FILE", description = "its former name, which is rejected")
    private @Nullable Path csv;

    @Mixin
    private ForceOption force = new ForceOption();

    @Option(
            names = "--cross-check",
            paramLabel = "A,B",
            split = ",",
            description =
                    "compare two sources, each a provider, inbox or a CSV file, and report where closes differ by more"
                            + " than a cent, volumes by more than 5 %%, and sessions that only one has")
    private List<String> compared = List.of();

    @Option(names = "--json", description = "machine-readable output, complete")
    private boolean json;

    @Mixin
    private BarFileOptions fileOptions = new BarFileOptions();

    @Mixin
    private StackOption stack = new StackOption();

    @Mixin
    private HomeOption home = new HomeOption();

    DataCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Symbol parsed = Symbol.of(symbol);
        if (csv != null) {
            throw new CommandRejected(
                    "--csv " + csv + " names a file to be read, and ./candor data reads none; to write the"
                            + " cleaned bars there give --output " + csv);
        }
        if (!compared.isEmpty()) {
            return crossCheck(parsed);
        }
        HomeOrStack place = HomeOrStack.of(stack, home, surroundings, false);
        ObjectStore store = place.store();
        KnownBars known = KnownBars.of(store, parsed);
        if (known.cleaned() == null && known.vintages().isEmpty()) {
            throw new CommandRejected("nothing is known of " + parsed + " in " + place.name()
                    + "; retrieve its bars with ./candor run " + parsed + place.words());
        }
        if (output != null) {
            write(known, output);
            return 0;
        }
        if (json) {
            surroundings.out().print(new String(Json.write(DataText.document(known)), StandardCharsets.UTF_8));
        } else {
            DataText.lines(known).forEach(surroundings.out()::println);
            RulingOptions.lines(DataRulings.find(store, parsed)).forEach(surroundings.out()::println);
        }
        return 0;
    }

    private int crossCheck(Symbol parsed) {
        if (compared.size() != 2) {
            throw new CommandRejected("--cross-check " + String.join(",", compared) + " names " + compared.size()
                    + " sources; name two, as in yahoo,tiingo");
        }
        if (!stack.words().isEmpty()) {
            throw new CommandRejected("--cross-check asks the sources from this machine; leave out" + stack.words());
        }
        Home place = home.in(surroundings).writable();
        ObjectStore store = place.openStore(surroundings.clock().instant());
        List<Retrieval> given = compared.stream()
                .map(source -> retrieval(store, parsed, source))
                .toList();
        CrossCheck check = CrossCheck.of(
                compared.getFirst(),
                given.getFirst().bars(),
                compared.getLast(),
                given.getLast().bars());
        SourcesJudged judged = SourcesJudged.of(compared, given, DataRulings.find(store, parsed));
        if (json) {
            surroundings
                    .out()
                    .print(new String(Json.write(CrossCheckText.document(check, judged)), StandardCharsets.UTF_8));
        } else {
            CrossCheckText.lines(check, judged).forEach(surroundings.out()::println);
        }
        return judged.stops().values().stream().allMatch(List::isEmpty) ? 0 : Failures.FAILED;
    }

    private Retrieval retrieval(ObjectStore store, Symbol parsed, String source) {
        if (source.contains(".")) {
            return BarFile.read(surroundings, Path.of(source), fileOptions.choices(parsed.value()))
                    .retrieval();
        }
        return surroundings
                .sources(store, new NyseCalendar(), notice -> surroundings.err().println("  note      " + notice))
                .retrieve(new BarRequest(parsed, source, null, false));
    }

    private void write(KnownBars known, Path file) {
        KnownBars.Cleaned cleaned = known.cleaned();
        if (cleaned == null) {
            throw new CommandRejected("no run has cleaned the bars of " + known.symbol()
                    + " yet; start one with ./candor run " + known.symbol() + stack.words());
        }
        force.outputs(surroundings, home.in(surroundings)).write(file, DataText.csv(cleaned));
        surroundings
                .out()
                .println(Figures.count(cleaned.history().size(), "bar") + " of " + known.symbol() + " in " + file);
    }
}
