package candor.local.cli;

import candor.forecasting.synthetic.SyntheticStock;
import candor.marketdata.SyntheticBars;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candor demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the whole pipeline on a built-in synthetic stock: no network, no account.",
        footer = {"", "Example:", "  candor demo --out demo"})
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--out", paramLabel = "DIR", description = "where to put the files; default: demo/ in the home")
    private @Nullable Path out;

    @Option(names = "--json", description = "machine-readable outcome on standard output")
    private boolean json;

    @Mixin
    private HomeOption home = new HomeOption();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home place = home.in(surroundings).writable();
        Path target = RunFiles.prepared(
                out == null
                        ? place.root().resolve("demo")
                        : surroundings.workingDirectory().resolve(out));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("symbol", SyntheticStock.SYMBOL.value());
        input.put("source", SyntheticBars.REFERENCE);
        surroundings
                .err()
                .println("A synthetic stock, " + SyntheticStock.SYMBOL
                        + ", whose true volatility is known; nothing here is a real price.");
        try (LocalPipeline pipeline = LocalPipeline.open(place, surroundings)) {
            return new RunOutcome(surroundings, pipeline.store(), target, json)
                    .conclude(pipeline.start("demo", input, false));
        }
    }
}
