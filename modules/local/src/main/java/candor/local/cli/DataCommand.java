package candor.local.cli;

import candor.forecasting.market.Symbol;
import candor.pipeline.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        footer = {"", "Examples:", "  candor data STX", "  candor data STX --csv STX-clean.csv"})
final class DataCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SYMBOL", description = "the ticker, as in STX")
    private String symbol = "";

    @Option(names = "--csv", paramLabel = "FILE", description = "write the cleaned bars of the latest run there")
    private @Nullable Path csv;

    @Option(names = "--json", description = "machine-readable output, complete")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    DataCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Symbol parsed = Symbol.of(symbol);
        Home place = home.in(surroundings).readable();
        KnownBars known = KnownBars.of(place.openStore(surroundings.clock().instant()), parsed);
        if (known.cleaned() == null && known.vintages().isEmpty()) {
            throw new Refusal("nothing is known of " + parsed + " in " + place.root()
                    + "; retrieve its bars with ./candor run " + parsed);
        }
        if (csv != null) {
            write(known, csv);
            return 0;
        }
        if (json) {
            surroundings.out().print(new String(Json.write(DataText.document(known)), StandardCharsets.UTF_8));
        } else {
            DataText.lines(known).forEach(surroundings.out()::println);
        }
        return 0;
    }

    private void write(KnownBars known, Path file) {
        KnownBars.Cleaned cleaned = known.cleaned();
        if (cleaned == null) {
            throw new Refusal("no run has cleaned the bars of " + known.symbol() + " yet; start one with ./candor run "
                    + known.symbol());
        }
        BarFile.write(surroundings, file, DataText.csv(cleaned));
        surroundings.out().println(cleaned.history().size() + " bars of " + known.symbol() + " in " + file);
    }
}
